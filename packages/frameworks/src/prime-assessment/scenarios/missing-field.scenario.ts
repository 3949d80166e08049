import type { Scenario } from "@slipway/conformance";

import { playAlteredOrder } from "./play-altered-order.ts";
import { alteredFields } from "../../altered-fields.ts";
import { requiredFields } from "./required-fields.ts";

/** Use case 3: one required field is missing, each in its turn. */
export const missingField: Scenario = {
  id: "uc3.missing-field",
  title: "An order arrives that lacks one required field",
  instances: ({ declaration }) =>
    requiredFields(declaration).map((field) => ({ name: field, parameters: { fields: [field] } })),
  play: async (stage) =>
    playAlteredOrder(stage, { without: alteredFields(stage.parameters), blank: {} }),
};
