import { notExercised, type CaseEvidence, type Judgement } from "@slipway/conformance";
import { unreachable } from "@slipway/foundation";

import { noAnswer } from "./no-answer.ts";
import { stepAnswer, type Answered } from "./step-answer.ts";

/**
 * Judges the partner's answer in step `name`. What is ours, what waits and what was not reached is settled here; a call without
 * an answer fails, since `expected` did not come.
 */
export function judgeAnswer(
  evidence: CaseEvidence,
  { step, expected }: { readonly step: string; readonly expected: string },
  judge: (answered: Answered) => Judgement,
): Judgement {
  const answer = stepAnswer(evidence, step);
  switch (answer.kind) {
    case "obstacle":
      return answer.judgement;
    case "unanswered":
      return noAnswer(expected, answer);
    case "answered":
      return judge(answer);
    default:
      return unreachable(answer);
  }
}

/**
 * Judges what a refusal says. An order that was not refused with 400 has no message to judge: the check on its status tells
 * that failure, once.
 */
export function judgeRefusal(
  evidence: CaseEvidence,
  step: string,
  judge: (answered: Answered) => Judgement,
): Judgement {
  const answer = stepAnswer(evidence, step);
  if (answer.kind === "obstacle") return answer.judgement;
  if (answer.kind === "answered" && answer.status === 400) return judge(answer);
  const arrived =
    answer.kind === "answered" ? `was answered with ${answer.status}` : "got no answer";
  return notExercised(`There is no refusal to read: step "${step}" ${arrived} instead of 400.`);
}
