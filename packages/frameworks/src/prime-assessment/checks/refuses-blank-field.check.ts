import type { CaseCheck } from "@slipway/conformance";

import { judgeIncompleteOrder } from "../evidence/judge-incomplete-order.ts";

/** Use case 3: a field that is there and says nothing is missing all the same. */
export const refusesBlankField: CaseCheck = {
  id: "orders.refuses-blank-field",
  version: 1,
  title: "Refuses an order whose required field is empty or holds only blanks",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.blank", "uc3.blanks-only"],
  judge: (evidence) => judgeIncompleteOrder(evidence, "with nothing but blanks in"),
};
