import type { Performer } from "@slipway/conformance";
import { disturbWorkflow, type DisturbWorkflowInput } from "@slipway/frameworks";
import { sql } from "kysely";

import { tenantChannel } from "../sandboxes/tenant-directory.ts";

/** Makes the tenant's ATS refuse the next calls that concern a workflow; every process is told as the step commits. */
export function disturbWorkflowPerformer(): Performer {
  return {
    kind: disturbWorkflow.kind,
    begin: async (tx, place, input) => {
      // The action's type ties its kind to its input.
      const { workflowId, status, times } = input as DisturbWorkflowInput;
      await tx
        .insertInto("disturbance")
        .values({
          customer_id: place.customerId,
          workflow_id: workflowId,
          status,
          remaining: times,
        })
        .execute();
      await sql`select pg_notify(${tenantChannel}, ${place.customerId})`.execute(tx);
      return { kind: "done", facts: { status, times } };
    },
    look: async () => {
      throw new Error("Expected a disturbance to be there once the step has begun");
    },
  };
}
