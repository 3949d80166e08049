import { fail, notApplicable, pass, type Judgement, type RunCheck } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { durationText } from "../evidence/duration-text.ts";
import { eachRegion } from "../evidence/each-region.ts";
import { isSameCall, refusedCalls, type RefusedCall } from "../evidence/refused-calls.ts";

/** The least a partner waits after 429 when the answer names no time. */
const leastPauseMs = 1_000;
/** Clocks and timers are not exact. */
const toleranceMs = 100;
/** Calls for other things may have been on their way when the answer came; at most half of the pause. */
const onTheirWayMs = 1_000;

/** Who met the quota waits, with everything that counts towards it, instead of knocking on. */
export const respectsQuota: RunCheck = {
  id: "api.respects-quota",
  version: 2,
  title: "Backs off when the ATS answers that the quota is used up",
  fault: "partner",
  provokesSandboxFaults: true,
  scope: "run",
  judge: (evidence) => eachRegion(evidence, judgeCalls),
};

function judgeCalls(calls: readonly Exchange[]): Judgement {
  const limited = refusedCalls(calls, [429]);
  if (limited.length === 0)
    return notApplicable("No call met the quota, so nobody had to back off.");
  const hasty = limited.flatMap((one) => hastyPair(one, calls));
  const [first] = hasty;
  if (first === undefined) return pass(...limited.map(({ call }) => call));
  return fail(
    {
      expected: `a pause of at least ${durationText(first.dueMs)} after status 429, for every call of this customer`,
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

function hastyPair(limited: RefusedCall, calls: readonly Exchange[]): readonly HastyPair[] {
  const dueMs = limited.retryAfterMs ?? leastPauseMs;
  const isHasty = (call: Exchange): boolean => {
    const pauseMs = call.at.getTime() - limited.endedMs;
    const earliestMs = isSameCall(call, limited.call) ? 0 : Math.min(onTheirWayMs, dueMs / 2);
    return call.id !== limited.call.id && pauseMs >= earliestMs && pauseMs < dueMs - toleranceMs;
  };
  const next = calls.find(isHasty);
  return next === undefined
    ? []
    : [{ pair: [limited.call, next], pauseMs: next.at.getTime() - limited.endedMs, dueMs }];
}
