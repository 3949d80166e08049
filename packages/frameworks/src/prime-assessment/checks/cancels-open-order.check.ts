import {
  fail,
  notApplicable,
  pass,
  warn,
  type CaseCheck,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";

import { readOrderStatus } from "../actions.ts";
import { answerText } from "../../evidence/answer-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { wasCompleteAt } from "../evidence/stated-completion.ts";
import { stepFacts } from "../../evidence/step-facts.ts";
import { stepObstacle } from "../../evidence/step-obstacle.ts";
import type { Answered } from "../../evidence/step-answer.ts";

const expected =
  "status 200 to the cancelling of an open order, which is then reported as cancelled";

/** An optional feature: who declares it has to do it. */
export const cancelsOpenOrder: CaseCheck = {
  id: "cancel.cancels-open-order",
  version: 1,
  title: "Cancels an open order",
  fault: "partner",
  scope: "case",
  scenarios: ["cancel.open-order"],
  judge: (evidence, { declaration }) =>
    declaration.supportsCancel
      ? judgeAnswer(evidence, { step: "cancel", expected }, (answered) =>
          judgeCancel(evidence, answered),
        )
      : notApplicable("The partner does not declare supportsCancel."),
};

function judgeCancel(evidence: CaseEvidence, answered: Answered): Judgement {
  const { exchange, status } = answered;
  if (status === 400 && wasCompleteAt(evidence, exchange))
    return warn(
      {
        expected,
        arrived: `${answerText(answered)}, because the order was complete already`,
        where: "answer.status",
        toDo: "Leave test orders open for three seconds before you complete them, so that they can be cancelled.",
      },
      exchange,
    );
  if (status !== 200)
    return fail(
      {
        expected,
        arrived: answerText(answered),
        where: "answer.status",
        toDo: "Serve POST {endpoint}/orders/{orderId}/cancel, or take supportsCancel out of the declaration.",
      },
      exchange,
    );
  const obstacle = stepObstacle(evidence, "status");
  if (obstacle !== undefined) return obstacle;
  const reported = stepFacts(evidence, "status", readOrderStatus)?.orderStatus;
  return reported === "cancelled"
    ? pass(exchange)
    : fail(
        {
          expected,
          arrived: `status 200, and then the order reported as "${reported ?? "nothing"}"`,
          where: "answer.body.status",
          toDo: "Set the order to cancelled when you answer 200, and send the candidate no more reminders.",
        },
        exchange,
      );
}
