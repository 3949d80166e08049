import type { Scenario } from "@slipway/conformance";

import { createCandidate, sendOrder, syncPackages } from "../actions.ts";
import { completeOrder, isAccepted, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** A candidate takes two different packages for the same job; only for partners that list two. */
export const otherPackage: Scenario = {
  id: "orders.other-package",
  title: "A second package is ordered for the same candidate and job",
  instances: onlyInstance,
  play: async (stage) => {
    const { packages } = await stage.step("packages", syncPackages, {});
    const [chosen, other] = packages.filter(({ active }) => active);
    if (chosen === undefined || other === undefined) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    const first = await stage.step("order", sendOrder, completeOrder(candidate, chosen.packageId));
    if (!isAccepted(first)) return;
    await stage.step("other", sendOrder, completeOrder(candidate, other.packageId));
  },
};
