import {
  fail,
  notExercised,
  pass,
  type CaseEvidence,
  type JudgeContext,
  type Judgement,
} from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";

import { durationText } from "./duration-text.ts";
import { stepAnswer } from "./step-answer.ts";
import { stepObstacle } from "./step-obstacle.ts";

/** Which calls are timed, and how they are called. */
export interface TimedCalls {
  /** Kinds of the steps that make them. */
  readonly kinds: readonly string[];
  /** `order`, `event`. */
  readonly one: string;
  readonly toDo: string;
}

/** Judges the slowest answer to a call of these kinds in a case against the pack's budget. */
export function judgeAnswerTime(
  evidence: CaseEvidence,
  { settings }: JudgeContext,
  { kinds, one, toDo }: TimedCalls,
): Judgement {
  const calls = Object.entries(evidence.steps)
    .filter(([, { kind }]) => kinds.includes(kind))
    .map(([name]) => name);
  const answered = calls.flatMap((step) => answeredExchange(evidence, step));
  const slowest = answered.toSorted((left, right) => right.durationMs - left.durationMs)[0];
  if (slowest === undefined) return nothingToTime(evidence, calls, one);
  return slowest.durationMs <= settings.answerBudgetMs
    ? pass(...answered)
    : fail(
        {
          expected: `an answer within ${durationText(settings.answerBudgetMs)}, counted from the ${one}'s first byte to the answer's last`,
          arrived: `an answer after ${durationText(slowest.durationMs)}`,
          where: "durationMs",
          toDo,
        },
        slowest,
      );
}

function answeredExchange(evidence: CaseEvidence, step: string): readonly Exchange[] {
  const answer = stepAnswer(evidence, step);
  return answer.kind === "answered" ? [answer.exchange] : [];
}

function nothingToTime(evidence: CaseEvidence, calls: readonly string[], one: string): Judgement {
  const obstacle = calls
    .map((step) => stepObstacle(evidence, step))
    .find((found) => found !== undefined);
  return obstacle ?? notExercised(`No ${one} of ${evidence.scenario} was answered.`);
}
