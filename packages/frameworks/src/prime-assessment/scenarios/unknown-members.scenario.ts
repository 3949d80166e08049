import type { Scenario } from "@slipway/conformance";

import { createCandidate, sendOrder } from "../actions.ts";
import { choosePackage } from "./choose-package.ts";
import { completeOrder, isAccepted, playControl, unaltered } from "./complete-order.ts";
import { onlyInstance } from "../../only-instance.ts";

/** A text, a list and an object: whoever expects one kind meets another. */
const unknown = {
  priority: "normal",
  labels: ["spring", 7, null],
  extension: { version: 3, nested: { enabled: true } },
};

/** An order with more in it than the contract names: both sides ignore what they do not know. */
export const unknownMembers: Scenario = {
  id: "orders.unknown-members",
  title: "An order arrives with members that the contract does not know",
  instances: onlyInstance,
  play: async (stage) => {
    const chosen = await choosePackage(stage);
    if (chosen === undefined) return;
    if (!isAccepted(await playControl(stage, chosen.packageId))) return;
    const candidate = await stage.step("candidate", createCandidate, unaltered);
    await stage.step("order", sendOrder, {
      ...completeOrder(candidate, chosen.packageId),
      alter: unknown,
    });
  },
};
