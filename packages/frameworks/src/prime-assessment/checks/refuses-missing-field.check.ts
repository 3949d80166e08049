import type { CaseCheck } from "@slipway/conformance";

import { judgeIncompleteOrder } from "../evidence/judge-incomplete-order.ts";

/** Use case 3: an order that lacks a required field is refused in a way that the recruiter can mend. */
export const refusesMissingField: CaseCheck = {
  id: "orders.refuses-missing-field",
  version: 1,
  title: "Refuses an order that lacks a required field",
  fault: "partner",
  scope: "case",
  scenarios: ["uc3.missing-field", "uc3.two-missing"],
  judge: (evidence) => judgeIncompleteOrder(evidence, "without"),
};
