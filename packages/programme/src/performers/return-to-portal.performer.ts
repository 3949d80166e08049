import type { Performer, Progress, StepPlace } from "@slipway/conformance";
import type { Transaction } from "@slipway/database";
import type { Json } from "@slipway/foundation";
import { resultWindowMs, returnToPortal, type ReturnToPortalInput } from "@slipway/frameworks";
import { parseReturnUrl, submittedAtOf, visitReturn } from "@slipway/sandbox-api";

import { locationOf } from "../applications/next-place.ts";
import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";

/** Brings the candidate back to the portal: by the address that the partner's page named, or by waiting for a person to come. */
export function returnToPortalPerformer(parts: ProgrammeParts): Performer {
  return {
    kind: returnToPortal.kind,
    begin: async (tx, place, input) => {
      // The action's type ties its kind to its input.
      const { from } = input as ReturnToPortalInput;
      return from === null ? look(parts, place, input) : comeBack(parts, tx, { place, from });
    },
    look: async (place, input) => look(parts, place, input),
  };
}

async function comeBack(
  parts: ProgrammeParts,
  tx: Transaction,
  { place, from }: { readonly place: StepPlace; readonly from: string },
): Promise<Progress> {
  const tenant = await tenantOf(parts, place.customerId);
  const back = parseReturnUrl((await locationOf(tx, place.customerId, from)) ?? "", tenant);
  if (back === undefined)
    return { kind: "broken", reason: "The candidate was to come back, but no answer said where." };
  const visit = await visitReturn(tx, {
    customerId: place.customerId,
    token: back.token,
    at: parts.clockOf(tenant).now(),
  });
  return { kind: "done", facts: { shown: visit.kind } };
}

async function look(parts: ProgrammeParts, place: StepPlace, input: Json): Promise<Progress> {
  // The action's type ties its kind to its input.
  const { candidate, candidateName } = input as ReturnToPortalInput;
  const { database, clock } = parts;
  const at = await submittedAtOf(database.queries, place.customerId, candidate.workflowId);
  if (at !== undefined) return { kind: "done", facts: { shown: "submitted" } };
  const until = new Date(
    place.begunAt.getTime() + resultWindowMs(place.declaration, place.settings),
  );
  if (clock.now() >= until) return { kind: "done", facts: { shown: "nothing" } };
  const toDo = `take the assessment as ${candidateName}: open the address of the answer to the event of workflow ${candidate.workflowId} (customer ${place.customerId}), complete it, and go on until the portal says that the application is submitted`;
  return { kind: "waiting", for: "partner", toDo, until };
}
