import type { Scenario } from "@slipway/conformance";

import { createCandidate, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** Use case 2, advisory: the id of an open order with another candidate in the body. */
export const sameIdOtherBody: Scenario = {
  id: "uc2.same-id-other-body",
  title: "The id of an open order arrives again with another candidate",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const other = await stage.step("other-candidate", createCandidate, unaltered);
    const first = await stage.step("order", sendOrder, completeOrder(candidate, chosen.packageId));
    if (!isAccepted(first)) return;
    const input = { ...completeOrder(other, chosen.packageId), orderId: first.orderId };
    await stage.step("repeat", sendOrder, input);
  },
};
