import type { CaseCheck } from "@slipway/conformance";

import { judgeNaming } from "../../messages/judge-naming.ts";
import { requiredOrderFields } from "../scenarios/required-fields.ts";

/** Use case 3: when two fields are missing, the recruiter reads both at once instead of one after the other. */
export const namesBothMissingFields: CaseCheck = {
  id: "messages.names-both-missing-fields",
  version: 1,
  title: "Names every missing field when two are missing at once",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.two-missing"],
  judge: (evidence, context) =>
    judgeNaming(evidence, context, { step: "order", required: requiredOrderFields }),
};
