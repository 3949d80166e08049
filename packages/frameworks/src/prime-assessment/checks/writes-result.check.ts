import type { CaseCheck } from "@slipway/conformance";

import { judgeWrittenResult } from "../../evidence/judge-written-result.ts";

/** The result comes back into the ATS by the partner's own calls. */
export const writesResult: CaseCheck = {
  id: "results.writes-result",
  version: 1,
  title: "Writes the result into the ATS",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence, context) => judgeWrittenResult(evidence, context, toWrite),
};

const toWrite =
  "When the candidate is done, POST the row to {api.baseUrl}/applicantworkflows/{workflow.id}/fields/assessmentresults with api.baseUrl and workflow.id of that order and this customer's credentials.";
