import type { CaseCheck } from "@slipway/conformance";

import { judgeFittingRow, type RowWords } from "../../evidence/judge-fitting-row.ts";

const words: RowWords = {
  one: "order",
  name: "the name of the ordered package",
  toName:
    "Write the name that your package list gives to the packageId of this order, letter by letter: the recruiter knows the assessment by it.",
};

/** The result is the one that was ordered: under the package's name, one row for one order. */
export const fitsOrder: CaseCheck = {
  id: "results.fits-order",
  version: 2,
  title: "Writes one row per order, under the name of the ordered package",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1.end-to-end"],
  judge: (evidence) => judgeFittingRow(evidence, words),
};
