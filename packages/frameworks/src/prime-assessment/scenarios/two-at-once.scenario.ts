import type { Scenario } from "@slipway/conformance";

import { createCandidate, readOrderStatus, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, playControl, unaltered } from "./complete-order.ts";
import { derivedOrderId } from "./derived-order-id.ts";
import { onlyInstance } from "../../only-instance.ts";

/** Use case 2: two identical orders at the same moment. */
export const twoAtOnce: Scenario = {
  id: "uc2.two-at-once",
  title: "Two identical orders arrive at the same moment",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    const control = await playControl(stage, chosen.packageId);
    if (!isAccepted(control)) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const orderId = derivedOrderId(control.orderId, "two-at-once");
    const input = { ...completeOrder(candidate, chosen.packageId), orderId };
    await stage.together([
      { name: "left", action: sendOrder, input },
      { name: "right", action: sendOrder, input },
    ]);
    await stage.step("status", readOrderStatus, { orderId });
  },
};
