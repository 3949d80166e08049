import type { CaseCheck } from "@slipway/conformance";

import { judgeCompletedRow } from "../../evidence/judge-completed-row.ts";

/** A result is of use when it says what came out, when, and that it is final. */
export const completesRow: CaseCheck = {
  id: "application.completes-row",
  version: 1,
  title: "Writes an assessment's row with name, date, status, and score or result",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end", "events.status-change"],
  judge: (evidence) => judgeCompletedRow(evidence, undefined),
};
