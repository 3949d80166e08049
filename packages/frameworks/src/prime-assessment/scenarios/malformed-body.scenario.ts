import type { Scenario } from "@slipway/conformance";

import { createCandidate, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, playControl, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** An order whose body ends in its middle. */
export const malformedBody: Scenario = {
  id: "orders.malformed-body",
  title: "An order arrives whose body is no JSON",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    if (!isAccepted(await playControl(stage, chosen.packageId))) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    await stage.step("order", sendOrder, {
      ...completeOrder(candidate, chosen.packageId),
      form: "cut-off",
    });
  },
};
