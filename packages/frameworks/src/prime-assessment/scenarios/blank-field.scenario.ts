import type { Scenario } from "@slipway/conformance";

import { playAlteredOrder } from "./play-altered-order.ts";
import { blankInstances } from "./blank-instances.ts";
import { alteredFields } from "../../altered-fields.ts";

/** Use case 3: a required field is there and empty. */
export const blankField: Scenario = {
  id: "uc3.blank",
  title: "An order arrives with an empty required field",
  instances: blankInstances,
  play: async (stage) =>
    playAlteredOrder(stage, {
      without: [],
      blank: Object.fromEntries(alteredFields(stage.parameters).map((field) => [field, ""])),
    }),
};
