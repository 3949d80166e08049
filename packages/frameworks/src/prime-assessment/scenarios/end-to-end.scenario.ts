import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate, readOrderStatus, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** Use case 1: from the order to the result in the ATS. */
export const endToEnd: Scenario = {
  id: "uc1.end-to-end",
  title: "A candidate is sent to an assessment and the result arrives in the ATS",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const order = await stage.step("order", sendOrder, completeOrder(candidate, chosen.packageId));
    if (!isAccepted(order)) return;
    const { orderId } = order;
    await stage.step("result", awaitResult, {
      workflowId: candidate.workflowId,
      orderId,
      packageName: chosen.name,
      candidateName: candidate.name,
    });
    await stage.step("status", readOrderStatus, { orderId });
  },
};
