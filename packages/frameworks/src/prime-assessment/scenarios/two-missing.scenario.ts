import type { Scenario } from "@slipway/conformance";

import { playAlteredOrder } from "./play-altered-order.ts";
import { alteredFields } from "../../altered-fields.ts";

/** Use case 3: two required fields are missing at once. */
export const twoMissing: Scenario = {
  id: "uc3.two-missing",
  title: "An order arrives that lacks two required fields",
  instances: () => [{ name: "", parameters: { fields: ["person.lastname", "person.email"] } }],
  play: async (stage) =>
    playAlteredOrder(stage, { without: alteredFields(stage.parameters), blank: {} }),
};
