import type { ScenarioInstance } from "@slipway/conformance";

import { requiredOrderFields } from "./required-fields.ts";

/** One instance per required field of the candidate: what recruiters and applicants type, and so may type blanks into. */
export function blankInstances(): readonly ScenarioInstance[] {
  return requiredOrderFields
    .filter((key) => key.startsWith("person."))
    .map((field) => ({ name: field, parameters: { fields: [field] } }));
}
