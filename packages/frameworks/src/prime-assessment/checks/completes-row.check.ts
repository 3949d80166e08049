import type { CaseCheck } from "@slipway/conformance";

import { judgeCompletedRow } from "../../evidence/judge-completed-row.ts";
import { statedCompletion } from "../evidence/stated-completion.ts";

/** A result is of use when it says what came out, when, and that it is final. */
export const completesRow: CaseCheck = {
  id: "results.completes-row",
  version: 1,
  title: "Writes a result row with name, date, status, and score or result",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) => judgeCompletedRow(evidence, statedCompletion(evidence)),
};
