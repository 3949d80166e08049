import type { Scenario } from "@slipway/conformance";

import { createCandidate, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, playControl, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** Tenants get their numbers one after the other, from four digits on: none comes near it. */
const nobody = "999999999";

/** An order with right credentials, whose customerId no tenant has. */
export const unknownCustomer: Scenario = {
  id: "orders.unknown-customer",
  title: "An order arrives for a customer that does not exist",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    if (!isAccepted(await playControl(stage, chosen.packageId))) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    await stage.step("order", sendOrder, {
      ...completeOrder(candidate, chosen.packageId),
      alter: { customerId: nobody },
    });
  },
};
