import { assessmentStatusNodes, type StoredEntry } from "@slipway/ats-model";
import type { Performer, Progress, StepPlace } from "@slipway/conformance";
import type { Json, JsonObject } from "@slipway/foundation";
import { awaitClosedRow, type AwaitClosedRowInput } from "@slipway/frameworks";

import type { ProgrammeParts } from "../programme-parts.ts";
import { loadResultRows } from "./load-result-rows.ts";

/** Waits until the rows of a cancelled order read Incomplete, or the time for it is over; only reads. */
export function awaitClosedRowPerformer(parts: ProgrammeParts): Performer {
  const look = async (place: StepPlace, input: Json): Promise<Progress> => {
    // The action's type ties its kind to its input.
    const { workflowId, orderId } = input as AwaitClosedRowInput;
    const { entries } = await loadResultRows(parts, place.customerId, workflowId);
    const until = new Date(place.begunAt.getTime() + place.settings.resultBudgetMs);
    const rows = entries.map(shown);
    // A row may still be on its way while there is none.
    if ((rows.length > 0 && rows.every(isClosed)) || parts.clock.now() >= until)
      return { kind: "done", facts: { rows } };
    const toDo = `set the result row of the cancelled order ${orderId} to Incomplete (workflow ${workflowId}, customer ${place.customerId})`;
    return { kind: "waiting", for: "partner", toDo, until };
  };
  return {
    kind: awaitClosedRow.kind,
    begin: async (_tx, place, input) => look(place, input),
    look,
  };
}

function shown({ entry, assessmentstatus }: StoredEntry): JsonObject {
  return { entry, statusId: typeof assessmentstatus === "string" ? assessmentstatus : null };
}

function isClosed({ statusId }: JsonObject): boolean {
  return statusId === assessmentStatusNodes.incomplete;
}
