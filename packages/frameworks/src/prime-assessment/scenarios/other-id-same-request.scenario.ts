import type { Scenario } from "@slipway/conformance";

import { createCandidate, readOrderStatus, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, repeatedOrder, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** Use case 2, advisory: another id for the same candidate, job and package while the first order is open. */
export const otherIdSameRequest: Scenario = {
  id: "uc2.other-id-same-request",
  title: "Another id arrives for the same candidate, job and package",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const input = completeOrder(candidate, chosen.packageId);
    const first = await stage.step("order", sendOrder, input);
    if (!isAccepted(first)) return;
    await stage.step("repeat", sendOrder, repeatedOrder(input, first.orderId, null));
    await stage.step("status", readOrderStatus, { orderId: first.orderId });
  },
};
