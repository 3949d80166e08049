import {
  fail,
  pass,
  warn,
  type CaseCheck,
  type CaseEvidence,
  type Judgement,
} from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";
import { statedCompletion, wasCompleteAt } from "../evidence/stated-completion.ts";
import type { Answered } from "../../evidence/step-answer.ts";

const expected = "status 400 to an order whose orderId is open already";

/** Use case 2: users repeat themselves; the same order while the first is open is refused, never done twice. */
export const refusesRepeatedOrder: CaseCheck = {
  id: "orders.refuses-repeated-order",
  version: 1,
  title: "Refuses the same order while the first is open",
  fault: "partner",
  scope: "case",
  scenarios: ["uc2.repeated-order"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "repeat", expected }, (answered) =>
      judgeRepeat(evidence, answered),
    ),
};

function judgeRepeat(evidence: CaseEvidence, answered: Answered): Judgement {
  if (answered.status === 400) return pass(answered.exchange);
  if (answered.status === 200 && wasCompleteAt(evidence, answered.exchange))
    return completedBefore(evidence, answered);
  return fail(
    {
      expected,
      arrived: answerText(answered),
      where: "answer.status",
      toDo: "Store the orderId with a unique key before you answer; when it is there already, answer 400 with a userMessage that says that this assessment was ordered before.",
    },
    answered.exchange,
  );
}

/** A partner may complete test orders faster than anyone can repeat them; late repeats may show the earlier result. */
function completedBefore(evidence: CaseEvidence, answered: Answered): Judgement {
  return warn(
    {
      expected,
      arrived: `${answerText(answered)}, sent at ${answered.exchange.at.toISOString()} when the order was complete since ${statedCompletion(evidence)?.toISOString()}`,
      where: "answer.status",
      toDo: "Leave test orders open for three seconds before you complete them, so that a repeat meets an open order.",
    },
    answered.exchange,
  );
}
