import type { Scenario } from "@slipway/conformance";

import { awaitResult, createCandidate, readOrderStatus, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, repeatedOrder, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** Use case 2, advisory: the same order again after it was completed. */
export const lateRepeat: Scenario = {
  id: "uc2.late-repeat",
  title: "The same order arrives again after its result",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const input = completeOrder(candidate, chosen.packageId);
    const first = await stage.step("order", sendOrder, input);
    if (!isAccepted(first)) return;
    const { orderId } = first;
    const result = await stage.step("result", awaitResult, {
      workflowId: candidate.workflowId,
      orderId,
      packageName: chosen.name,
      candidateName: candidate.name,
    });
    if (!result.arrived) return;
    await stage.step("status", readOrderStatus, { orderId });
    await stage.step("repeat", sendOrder, repeatedOrder(input, orderId, orderId));
  },
};
