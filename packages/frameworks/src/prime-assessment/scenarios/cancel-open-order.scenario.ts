import type { Scenario } from "@slipway/conformance";

import {
  awaitClosedRow,
  cancelOrder,
  createCandidate,
  readOrderStatus,
  sendOrder,
} from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** An open order is cancelled; only for partners that declared `supportsCancel`. */
export const cancelOpenOrder: Scenario = {
  id: "cancel.open-order",
  title: "A recruiter cancels an open order",
  instances: onlyInstance,
  play: async (stage) => {
    // The package step stands first for everyone, so that the case exists and its check can say that it does not apply.
    const chosen = await choosePackage(stage);
    if (chosen === undefined || !stage.declaration.supportsCancel) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const order = await stage.step("order", sendOrder, completeOrder(candidate, chosen.packageId));
    if (!isAccepted(order)) return;
    const { orderId } = order;
    const cancelled = await stage.step("cancel", cancelOrder, { orderId });
    await stage.step("status", readOrderStatus, { orderId });
    if (cancelled.status !== 200) return;
    const { workflowId } = candidate;
    await stage.step("row", awaitClosedRow, { workflowId, orderId });
  },
};
