import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected =
  "status 404 (or another refusal) to an order for a customer that is not configured";

/** A partner serves many customers; an order for none of them is nobody's. */
export const refusesUnknownCustomer: CaseCheck = {
  id: "orders.refuses-unknown-customer",
  version: 1,
  title: "Refuses an order for a customer that it does not know",
  fault: "partner",
  scope: "case",
  scenarios: ["orders.unknown-customer"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "order", expected }, (answered) =>
      answered.status >= 400 && answered.status < 500
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: "Look the customerId of the body up among your customers, also when the credentials are known, and answer 404 when it is none of them.",
            },
            answered.exchange,
          ),
    ),
};
