import type { Scenario } from "@slipway/conformance";

import { playAlteredOrder } from "./play-altered-order.ts";
import { blankInstances } from "./blank-instances.ts";
import { alteredFields } from "../../altered-fields.ts";

/** Use case 3: a required field holds nothing but blanks. */
export const blanksOnly: Scenario = {
  id: "uc3.blanks-only",
  title: "An order arrives whose required field holds only blanks",
  instances: blankInstances,
  play: async (stage) =>
    playAlteredOrder(stage, {
      without: [],
      blank: Object.fromEntries(alteredFields(stage.parameters).map((field) => [field, "   "])),
    }),
};
