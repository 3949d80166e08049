import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { isAccepting } from "../evidence/is-accepting.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 202 (or 200) to an order that lacks nothing";

/** Use case 1 begins here: a complete order for a listed package is taken on. */
export const acceptsCompleteOrder: CaseCheck = {
  id: "orders.accepts-complete-order",
  version: 1,
  title: "Accepts a complete order for a package that it lists as active",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "order", expected }, (answered) =>
      isAccepting(answered.status)
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: toDo(answered.status),
            },
            answered.exchange,
          ),
    ),
};

function toDo(status: number): string {
  switch (status) {
    case 400:
      return "Read the refusal's debugErrorMessage: the order carries every field that the guide requires, for a package of the list that was synchronised just before.";
    case 401:
    case 403:
      return "Accept the credentials that are configured for this customer, or configure the right ones.";
    case 404:
      return "Serve POST {endpoint}/orders below the configured endpoint, and know this order's customerId: it is not the one of your other tenant.";
    default:
      return "Look up this order in your endpoint's log and answer 202 with a partnerOrderId once it is stored.";
  }
}
