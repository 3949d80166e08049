import type { Scenario } from "@slipway/conformance";

import { createCandidate, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, playControl, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** An order with a password, key or token that the partner never gave out, after one with the right credentials. */
export const wrongCredentials: Scenario = {
  id: "auth.wrong-credentials",
  title: "An order arrives with wrong credentials",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    if (!isAccepted(await playControl(stage, chosen.packageId))) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    await stage.step("order", sendOrder, {
      ...completeOrder(candidate, chosen.packageId),
      credentials: "wrong",
    });
  },
};
