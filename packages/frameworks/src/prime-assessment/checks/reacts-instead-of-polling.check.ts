import {
  fail,
  notExercised,
  pass,
  warn,
  type CaseEvidence,
  type RegionJudgement,
  type RunCheck,
  type RunEvidence,
} from "@slipway/conformance";
import { regions, type Exchange, type Region } from "@slipway/exchange";

import { byTime } from "../../evidence/partner-calls.ts";
import { regionCalls } from "../../evidence/region-calls.ts";

/** So many times the same question without a reason in between is a rhythm, and no second look. */
const rhythm = 6;

/** Orders and events tell what happened; who asks again and again uses up the customer's quota. */
export const reactsInsteadOfPolling: RunCheck = {
  id: "api.reacts-instead-of-polling",
  version: 1,
  title: "Does not ask the ATS again and again whether something happened",
  fault: "partner",
  provokesSandboxFaults: true,
  scope: "run",
  judge: (evidence) => regions.map((region) => ({ region, ...judgeRegion(evidence, region) })),
};

function judgeRegion(evidence: RunEvidence, region: Region): RegionJudgement {
  const polled = evidence.cases
    .filter((one) => one.region === region)
    .flatMap((one) => longestStreak(exchangesOf(one)));
  if (polled.length > 0) return fail(finding(polled), ...polled);
  // What fits no step fails nobody: it may come from what the partner does besides.
  const strays = longestStreak(evidence.unattributed[region]);
  if (strays.length > 0) return warn(finding(strays), ...strays);
  const calls = regionCalls(evidence, region);
  return calls.length === 0
    ? notExercised("The partner did not call the ATS for any order of this tenant.")
    : pass(...calls);
}

function finding(polled: readonly Exchange[]) {
  const [first] = polled;
  return {
    expected: `the same read at most ${rhythm - 1} times in a row without an order, an event or a write of yours in between`,
    arrived: `${polled.length} times ${first?.request.method} ${first?.request.path}`,
    where: "request.path",
    toDo: "Do the work when the order or the event arrives, and remember what you wrote instead of reading it again.",
  };
}

function exchangesOf({ steps }: CaseEvidence): readonly Exchange[] {
  return Object.values(steps)
    .flatMap(({ exchanges }) => exchanges)
    .toSorted(byTime);
}

/** The longest row of equal reads that were answered, with no call to the partner and no write between them; empty below the rhythm. */
function longestStreak(exchanges: readonly Exchange[]): readonly Exchange[] {
  const running = new Map<string, Exchange[]>();
  let longest: readonly Exchange[] = [];
  for (const one of exchanges.toSorted(byTime)) {
    if (!isRead(one)) {
      running.clear();
      continue;
    }
    if (one.answer.kind !== "answered" || one.answer.status >= 300) continue;
    const streak = [...(running.get(keyOf(one)) ?? []), one];
    running.set(keyOf(one), streak);
    if (streak.length > longest.length) longest = streak;
  }
  return longest.length >= rhythm ? longest : [];
}

/** A search reads, whichever verb it is sent with. */
function isRead({ direction, request }: Exchange): boolean {
  return (
    direction === "to-ats" && (request.method === "GET" || /\/search\/[a-z]+$/iu.test(request.path))
  );
}

function keyOf({ request, customerId }: Exchange): string {
  return `${customerId} ${request.method} ${request.path}?${request.query}`;
}
