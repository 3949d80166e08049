import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { answerText } from "../../evidence/answer-text.ts";
import { isAccepting } from "../evidence/is-accepting.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "status 202 (or 200) to a complete order that has further members";

/** The contract grows by new members; who stumbles over them breaks with the next version. */
export const ignoresUnknownMembers: CaseCheck = {
  id: "orders.ignores-unknown-members",
  version: 1,
  title: "Accepts an order that has members which the contract does not know",
  fault: "partner",
  scope: "case",
  scenarios: ["orders.unknown-members"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "order", expected }, (answered) =>
      isAccepting(answered.status)
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: "Read the members that you know and ignore all others: switch off whatever makes your parser or schema refuse unknown ones.",
            },
            answered.exchange,
          ),
    ),
};
