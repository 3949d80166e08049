import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** A candidate takes the same package once more, after the first result: a new order, and a second row. */
export const secondRound: Scenario = {
  id: "orders.second-round",
  title: "The same package is ordered once more after its result",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    // Where a person completes each order, two results in other scenarios are enough to ask of them.
    if (chosen === undefined || !stage.declaration.completesTestOrders) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const input = completeOrder(candidate, chosen.packageId);
    const first = await stage.step("order", sendOrder, input);
    if (!isAccepted(first)) return;
    const result = await stage.step("result", awaitResult, {
      workflowId: candidate.workflowId,
      orderId: first.orderId,
      packageName: chosen.name,
      candidateName: candidate.name,
    });
    if (result.arrived) await stage.step("again", sendOrder, input);
  },
};
