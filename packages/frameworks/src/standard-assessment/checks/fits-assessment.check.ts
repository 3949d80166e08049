import type { CaseCheck } from "@slipway/conformance";

import { judgeFittingRow, type RowWords } from "../../evidence/judge-fitting-row.ts";

const words: RowWords = {
  one: "application",
  name: "the assessment that the job names in assessmenttype",
  toName:
    "Read assessmenttype of the event's job and write its value as assessmentname, letter by letter; do not fall back to another assessment.",
};

/** The result is the one that the job asks for: one row, changed by PATCH. */
export const fitsAssessment: CaseCheck = {
  id: "application.fits-assessment",
  version: 1,
  title: "Writes one row per application, under the name of the job's assessment",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end", "events.status-change"],
  judge: (evidence) => judgeFittingRow(evidence, words),
};
