import { notExercised, pass, type CaseCheck } from "@slipway/conformance";

import { parseAcceptedOrder } from "../contract.ts";
import { bodyText } from "../../evidence/body-text.ts";
import { contractFailure } from "../evidence/contract-failure.ts";
import { isAccepting } from "../evidence/is-accepting.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

const expected = "a JSON body with partnerOrderId, and assessmentUrl as an absolute address if any";

/** What the platform needs from an accepted order can be read. */
export const answersByContract: CaseCheck = {
  id: "orders.answers-by-contract",
  version: 1,
  title: "Answers an accepted order by the contract",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) =>
    judgeAnswer(evidence, { step: "order", expected }, (answered) => {
      if (!isAccepting(answered.status))
        return notExercised(`The order was answered with ${answered.status}, not accepted.`);
      const parsed = parseAcceptedOrder(bodyText(answered.body));
      return parsed.kind === "parsed"
        ? pass(answered.exchange)
        : contractFailure(expected, answered, parsed.findings);
    }),
};
