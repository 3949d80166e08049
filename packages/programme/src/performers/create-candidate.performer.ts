import type { Performer } from "@slipway/conformance";
import { createCandidate, type CreateCandidateInput } from "@slipway/frameworks";

import { createCandidate as putCandidate } from "../candidates/create-candidate.ts";
import type { ProgrammeParts } from "../programme-parts.ts";

/** Puts a candidate into the tenant. */
export function createCandidatePerformer(parts: ProgrammeParts): Performer {
  return {
    kind: createCandidate.kind,
    begin: async (tx, { customerId }, input) => ({
      kind: "done",
      // The action's type ties its kind to its input.
      facts: await putCandidate(parts, tx, { customerId, input: input as CreateCandidateInput }),
    }),
    look: async () => {
      throw new Error("Expected a candidate to be there once the step has begun");
    },
  };
}
