import {
  fail,
  notApplicable,
  notExercised,
  pass,
  type CaseCheck,
  type Judgement,
} from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { durationText } from "../../evidence/duration-text.ts";
import { partnerCalls } from "../../evidence/partner-calls.ts";
import { isSameCall, refusedCalls, type RefusedCall } from "../../evidence/refused-calls.ts";
import { stepObstacle } from "../../evidence/step-obstacle.ts";

/** The guide asks for a second at first; half of one still tells who waits from who hammers. */
const leastPauseMs = 500;
/** Clocks and timers are not exact. */
const toleranceMs = 100;

/** What is refused for the moment is repeated after a pause, until it is done: nothing is lost and nobody hammers. */
export const backsOffWhenRefused: CaseCheck = {
  id: "api.backs-off-when-refused",
  version: 1,
  title: "Repeats after a pause what the ATS refuses for the moment",
  fault: "partner",
  provokesSandboxFaults: true,
  scope: "case",
  scenarios: ["api.unavailable", "api.quota-used-up"],
  judge: (evidence, { declaration }) => {
    if (!declaration.completesTestOrders)
      return notApplicable("It is tried where test orders complete by themselves.");
    const obstacle = stepObstacle(evidence, "result");
    if (obstacle !== undefined) return obstacle;
    const calls = partnerCalls(evidence);
    const refused = refusedCalls(calls, [429, 503]);
    if (refused.length === 0)
      return notExercised(
        "The partner made no call for this candidate's workflow that was refused.",
      );
    return judgePauses(refused, calls) ?? judgeEnd(refused, calls);
  },
};

function judgePauses(
  refused: readonly RefusedCall[],
  calls: readonly Exchange[],
): Judgement | undefined {
  for (const one of refused) {
    const next = calls.find(
      (call) =>
        call.id !== one.call.id && isSameCall(call, one.call) && call.at.getTime() >= one.endedMs,
    );
    const pauseMs = next === undefined ? Infinity : next.at.getTime() - one.endedMs;
    const dueMs = one.retryAfterMs ?? leastPauseMs;
    if (next !== undefined && pauseMs < dueMs - toleranceMs)
      return fail(
        {
          expected: `a pause of at least ${durationText(dueMs)} before ${nameOf(one.call)} is repeated`,
          arrived: `the same call again after ${durationText(pauseMs)}`,
          where: "at",
          toDo: "Wait before you repeat: as long as Retry-After says, else one second at first and twice as long each time.",
        },
        one.call,
        next,
      );
  }
  return undefined;
}

/** What was refused first is what had to be done; whatever succeeds for the workflow later shows that it went on. */
function judgeEnd(refused: readonly RefusedCall[], calls: readonly Exchange[]): Judgement {
  const [first] = refused;
  const last = refused.at(-1);
  const workflow = workflowOf(first?.call);
  const succeeded = calls.filter(
    (call) =>
      call.at.getTime() >= (last?.endedMs ?? 0) &&
      workflowOf(call) === workflow &&
      call.answer.kind === "answered" &&
      call.answer.status < 300,
  );
  const involved = refused.map(({ call }) => call);
  return succeeded.length > 0
    ? pass(...involved, ...succeeded)
    : fail(
        {
          expected: `${first === undefined ? "the call" : nameOf(first.call)} repeated until it succeeds`,
          arrived: "no call for this workflow that succeeded after the refusals",
          where: "answer.status",
          toDo: "Keep what is still to be written in durable storage, and repeat it after 429, 500, 502, 503 and 504 until it is written.",
        },
        ...involved,
      );
}

function nameOf({ request }: Exchange): string {
  return `${request.method} ${request.path}`;
}

function workflowOf(call: Exchange | undefined): string | undefined {
  return /\/applicantworkflows\/\d+/u.exec(call?.request.path ?? "")?.[0];
}
