import type { Scenario } from "@slipway/conformance";

import { createCandidate, readOrderStatus, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, repeatedOrder, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/**
 * Use case 2: the same order again while the first is open. Partners that complete test orders do so within seconds, so the
 * repeat begins with nothing in between; the status is asked afterwards, because only a stated completion before the repeat
 * tells that the first was open no more.
 */
export const repeatedOrderWhileOpen: Scenario = {
  id: "uc2.repeated-order",
  title: "The same order arrives again while the first is open",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const input = completeOrder(candidate, chosen.packageId);
    const first = await stage.step("order", sendOrder, input);
    if (!isAccepted(first)) return;
    await stage.step("repeat", sendOrder, repeatedOrder(input, first.orderId, first.orderId));
    await stage.step("status", readOrderStatus, { orderId: first.orderId });
  },
};
