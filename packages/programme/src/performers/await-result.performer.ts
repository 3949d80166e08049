import {
  assessmentStatusNodes,
  entryToWire,
  findField,
  isGroup,
  type StoredEntry,
  type Tenant,
} from "@slipway/ats-model";
import type { Performer, Progress, StepPlace } from "@slipway/conformance";
import type { Json } from "@slipway/foundation";
import { awaitResult, resultWindowMs, type AwaitResultInput } from "@slipway/frameworks";

import { tenantOf, type ProgrammeParts } from "../programme-parts.ts";
import { findReadableAt } from "./find-readable-at.ts";
import { loadResultRows } from "./load-result-rows.ts";

/** Waits for a result row of a complete status; only reads. */
export function awaitResultPerformer(parts: ProgrammeParts): Performer {
  const look = async (place: StepPlace, input: Json): Promise<Progress> => {
    // The action's type ties its kind to its input.
    const wanted = input as AwaitResultInput;
    const { workflowId } = wanted;
    const { entries, updatedAt } = await loadResultRows(parts, place.customerId, workflowId);
    const complete = entries.find(
      (entry) => entry["assessmentstatus"] === assessmentStatusNodes.complete,
    );
    if (complete === undefined || updatedAt === undefined)
      return stillWaiting(parts, place, wanted);
    const tenant = await tenantOf(parts, place.customerId);
    const { entry } = complete;
    const readableAt = await findReadableAt(parts, tenant, { workflowId, entry, updatedAt });
    return arrived(tenant, complete, { readableAt, workflowId });
  };
  return { kind: awaitResult.kind, begin: async (_tx, place, input) => look(place, input), look };
}

function stillWaiting(
  { clock }: ProgrammeParts,
  place: StepPlace,
  wanted: AwaitResultInput,
): Progress {
  const until = new Date(
    place.begunAt.getTime() + resultWindowMs(place.declaration, place.settings),
  );
  if (clock.now() >= until) return { kind: "done", facts: { arrived: false } };
  const subject =
    wanted.orderId === null ? `workflow ${wanted.workflowId}` : `order ${wanted.orderId}`;
  const toDo = `complete "${wanted.packageName}" for ${wanted.candidateName} (${subject}, customer ${place.customerId})`;
  return { kind: "waiting", for: "partner", toDo, until };
}

function arrived(
  tenant: Tenant,
  entry: StoredEntry,
  { readableAt, workflowId }: { readonly readableAt: Date; readonly workflowId: number },
): Progress {
  const field = findField("applicantworkflows", "assessmentresults", tenant);
  if (field === undefined || !isGroup(field))
    throw new Error("Expected the collection assessmentresults in the model, found none");
  const row = entryToWire(field, entry, {
    tenant,
    owner: { noun: "applicantworkflows", id: workflowId },
    linkText: () => undefined,
    addressText: () => undefined,
  });
  return {
    kind: "done",
    facts: {
      arrived: true,
      entry: entry.entry,
      readableAt: readableAt.toISOString(),
      statusId: assessmentStatusNodes.complete,
      row,
    },
  };
}
