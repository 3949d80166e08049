import type { CaseCheck } from "@slipway/conformance";

import { judgeNaming } from "../../messages/judge-naming.ts";
import { requiredFields } from "../field-manifest.ts";

/** Use case 3: the user reads what to fill in. */
export const namesMissingField: CaseCheck = {
  id: "application.names-missing-field",
  version: 1,
  title: "Names the missing field in the message about an application",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field"],
  judge: (evidence, context) =>
    judgeNaming(evidence, context, { step: "event", required: requiredFields }),
};
