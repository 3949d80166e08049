import type { Scenario } from "@slipway/conformance";

import { createCandidate, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, playControl, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** An order for a package that the partner does not list. */
export const unknownPackage: Scenario = {
  id: "orders.unknown-package",
  title: "An order arrives for a package that the partner does not offer",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    if (!isAccepted(await playControl(stage, chosen.packageId))) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    await stage.step("order", sendOrder, completeOrder(candidate, `${chosen.packageId}-unknown`));
  },
};
