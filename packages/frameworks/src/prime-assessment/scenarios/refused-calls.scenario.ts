import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate, disturbWorkflow, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** So many calls are refused before one is served. */
const times = 2;

/** The ATS refuses the partner's calls for a while; concerns the workflow of one candidate, so other cases go on. */
const refusing = (status: 429 | 503, { id, title }: Pick<Scenario, "id" | "title">): Scenario => ({
  id,
  title,
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    // Where a person completes each order, two results in other scenarios are enough to ask of them.
    if (chosen === undefined || !stage.declaration.completesTestOrders) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const { workflowId } = candidate;
    await stage.step("disturb", disturbWorkflow, { workflowId, status, times });
    const order = await stage.step("order", sendOrder, completeOrder(candidate, chosen.packageId));
    if (!isAccepted(order)) return;
    await stage.step("result", awaitResult, {
      workflowId,
      orderId: order.orderId,
      packageName: chosen.name,
      candidateName: candidate.name,
    });
  },
});

export const unavailableAts: Scenario = refusing(503, {
  id: "api.unavailable",
  title: "The ATS is in maintenance while the result row is written",
});

export const quotaUsedUp: Scenario = refusing(429, {
  id: "api.quota-used-up",
  title: "The quota of calls is used up while the result row is written",
});
