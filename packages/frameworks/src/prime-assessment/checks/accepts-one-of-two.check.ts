import {
  fail,
  pass,
  warn,
  type CaseCheck,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { isAccepting } from "../evidence/is-accepting.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { wasCompleteAt } from "../evidence/stated-completion.ts";
import type { Answered } from "../../evidence/step-answer.ts";

const expected = "exactly one of two identical orders accepted, the other refused with status 400";

/** Use case 2: a recruiter clicks twice; whichever order is first, the candidate gets one assessment. */
export const acceptsOneOfTwo: CaseCheck = {
  id: "orders.accepts-one-of-two",
  version: 1,
  title: "Accepts exactly one of two identical orders that arrive at once",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.two-at-once"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "left", expected }, (left) =>
      judgeAnswer(evidence, { step: "right", expected }, (right) =>
        judgePair(evidence, left, right),
      ),
    ),
};

function judgePair(evidence: CaseEvidence, left: Answered, right: Answered): Judgement {
  const both = [left, right].toSorted(
    (one, other) => Number(one.exchange.at) - Number(other.exchange.at),
  );
  const accepted = both.filter(({ status }) => isAccepting(status));
  const refused = both.filter(({ status }) => status === 400);
  if (accepted.length === 1 && refused.length === 1) return pass(left.exchange, right.exchange);
  const later = both[1];
  if (accepted.length === 2 && later?.status === 200 && wasCompleteAt(evidence, later.exchange))
    return warn(
      {
        ...findingOf(both),
        toDo: "Leave test orders open for three seconds before you complete them, so that the second order meets an open one.",
      },
      left.exchange,
      right.exchange,
    );
  return fail({ ...findingOf(both), toDo: toDo(accepted.length) }, left.exchange, right.exchange);
}

function findingOf(both: readonly Answered[]): {
  readonly expected: string;
  readonly arrived: string;
  readonly where: string;
} {
  const arrived = both.map(answerText).join(", and ");
  return { expected, arrived, where: "answer.status" };
}

function toDo(acceptedCount: number): string {
  switch (acceptedCount) {
    case 0:
      return "Accept the first of them: a refusal is for an order that is there already. Look for a lock or a transaction in which both see each other.";
    case 1:
      return "Answer the second with status 400 and a userMessage that says that this assessment was already ordered.";
    default:
      return "Let a unique key on orderId in your store decide, in the transaction that creates the order; looking first and inserting afterwards lets both through.";
  }
}
