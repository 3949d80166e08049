import type { CaseCheck } from "@slipway/conformance";

import { judgeWrittenResult } from "../../evidence/judge-written-result.ts";

const toWrite =
  "When the candidate is done, write the row to {customer}/applicantworkflows/{systemId}/fields/assessmentresults, where {customer} begins the event's links, with this customer's credentials; do not wait for the candidate to be back.";

/** The result comes back into the ATS by the partner's own calls, whatever became of the candidate's session. */
export const writesResult: CaseCheck = {
  id: "application.writes-result",
  version: 1,
  title: "Writes the result of a completed assessment into the ATS",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end", "events.status-change", "application.expired-session"],
  judge: (evidence, context) => judgeWrittenResult(evidence, context, toWrite),
};
