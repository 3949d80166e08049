import type { CaseCheck } from "@slipway/conformance";

import { alteredFields } from "../../altered-fields.ts";
import { expectRefusal } from "../../evidence/expect-refusal.ts";
import { fieldText } from "../../evidence/field-text.ts";
import { judgeAnswer } from "../../evidence/judge-answer.ts";

/** Use case 3: what is missing is told while somebody can still mend it. */
export const refusesMissingField: CaseCheck = {
  id: "application.refuses-missing-field",
  version: 1,
  title: "Refuses an application that lacks a required field with 400",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field"],
  judge: (evidence) => {
    const subject = `the event of an application without ${fieldText(alteredFields(evidence.parameters))}`;
    const expected = `status 400 to ${subject}`;
    return judgeAnswer(evidence, { step: "event", expected }, (answered) =>
      expectRefusal(answered, {
        expected,
        toDo: `Read person and job by the event's links before you answer, and check that every required field is there: ${subject} is to be answered with 400 and a userMessage that names what is missing.`,
      }),
    );
  },
};
