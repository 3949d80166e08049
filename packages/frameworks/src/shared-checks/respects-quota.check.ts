import { fail, notApplicable, pass, type Judgement, type RunCheck } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { durationText } from "../evidence/duration-text.ts";
import { eachRegion } from "../evidence/each-region.ts";

/** The least a partner waits after 429 when the answer names no time. */
const leastPauseMs = 1_000;

/** Who met the quota waits, longer each time, instead of knocking on. */
export const respectsQuota: RunCheck = {
  id: "api.respects-quota",
  version: 1,
  title: "Backs off when the ATS answers that the quota is used up",
  fault: "partner",
  scope: "run",
  judge: (evidence) => eachRegion(evidence, judgeCalls),
};

function judgeCalls(calls: readonly Exchange[]): Judgement {
  const limited = calls.filter(isLimited);
  if (limited.length === 0)
    return notApplicable("No call met the quota, so nobody had to back off.");
  const hasty = calls.flatMap((call, place) => hastyPair(call, calls[place + 1]));
  const [first] = hasty;
  if (first === undefined) return pass(...limited);
  return fail(
    {
      expected: `a pause of at least ${durationText(first.dueMs)} after status 429, growing with each further one`,
      arrived: `the next call after ${durationText(first.pauseMs)}`,
      where: "at",
      toDo: "After 429 stop calling for this customer, wait as long as Retry-After says or at least one second, and double the pause each time.",
    },
    ...hasty.flatMap(({ pair }) => pair),
  );
}

interface HastyPair {
  readonly pair: readonly [Exchange, Exchange];
  readonly pauseMs: number;
  readonly dueMs: number;
}

function hastyPair(limited: Exchange, next: Exchange | undefined): readonly HastyPair[] {
  if (!isLimited(limited) || next === undefined) return [];
  const pauseMs = next.at.getTime() - limited.at.getTime() - limited.durationMs;
  const dueMs = retryAfterMs(limited) ?? leastPauseMs;
  return pauseMs < dueMs ? [{ pair: [limited, next], pauseMs: Math.max(0, pauseMs), dueMs }] : [];
}

function isLimited({ answer }: Exchange): boolean {
  return answer.kind === "answered" && answer.status === 429;
}

function retryAfterMs({ answer }: Exchange): number | undefined {
  if (answer.kind !== "answered") return undefined;
  const header = answer.headers.find(([name]) => name.toLowerCase() === "retry-after");
  const seconds = header === undefined ? Number.NaN : Number(header[1]);
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined;
}
