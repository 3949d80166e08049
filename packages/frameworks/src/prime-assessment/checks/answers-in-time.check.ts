import type { CaseCheck } from "@slipway/conformance";

import { judgeAnswerTime } from "../../evidence/judge-answer-time.ts";

/** Information is exchanged in real time: a recruiter waits for the answer to each order. */
export const answersInTime: CaseCheck = {
  id: "orders.answers-in-time",
  version: 1,
  title: "Answers every order within the budget",
  fault: "partner",
  scope: "case",
  scenarios: [
    "uc1.end-to-end",
    "uc2.repeated-order",
    "uc2.two-at-once",
    "uc3.missing-field",
    "uc3.two-missing",
  ],
  judge: (evidence, context) =>
    judgeAnswerTime(evidence, context, {
      kinds: ["order.send"],
      one: "order",
      toDo: "Store the order, answer 202, and do the rest afterwards; read from the ATS only what the decision needs.",
    }),
};
