import { fail, pass, type CaseCheck } from "@slipway/conformance";

import { alteredFields } from "../scenarios/altered-fields.ts";
import { answerText } from "../evidence/answer-text.ts";
import { fieldText } from "../messages/field-text.ts";
import { judgeAlteredOrder } from "../evidence/judge-altered-order.ts";

/** Use case 3: an order that lacks a required field is refused in a way that the recruiter can mend. */
export const refusesMissingField: CaseCheck = {
  id: "orders.refuses-missing-field",
  version: 1,
  title: "Refuses an order that lacks a required field",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field", "uc3.two-missing"],
  judge: (evidence) => {
    const missing = fieldText(alteredFields(evidence.parameters));
    const expected = `status 400 to an order without ${missing}`;
    return judgeAlteredOrder(evidence, expected, (answered) =>
      answered.status === 400
        ? pass(answered.exchange)
        : fail(
            {
              expected,
              arrived: answerText(answered),
              where: "answer.status",
              toDo: `Check the order before you accept it: without ${missing}, answer 400 with a userMessage that names what is missing.`,
            },
            answered.exchange,
          ),
    );
  },
};
