import type { CaseCheck } from "@slipway/conformance";

import { judgeNaming } from "../../messages/judge-naming.ts";
import { requiredOrderFields } from "../scenarios/required-fields.ts";

/** Use case 3: the recruiter reads what to fill in. */
export const namesMissingField: CaseCheck = {
  id: "messages.names-missing-field",
  version: 1,
  title: "Names the missing field in the message to the recruiter",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field", "uc3.blank", "uc3.blanks-only"],
  judge: (evidence, context) =>
    judgeNaming(evidence, context, { step: "order", required: requiredOrderFields }),
};
