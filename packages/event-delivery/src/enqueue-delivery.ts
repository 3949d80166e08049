import type { Queries, Transaction } from "@slipway/database";

import type { DeliveryRow } from "./plan-delivery.ts";

export interface EnqueuedDelivery {
  readonly customerId: string;
  readonly id: string;
  /** False when the step had planned its call before: `id` is then that call's. */
  readonly isNew: boolean;
}

/**
 * Stores a planned call in the caller's transaction. A step of a run enqueues at most one: planning it again gives the first
 * one back. After the commit the caller wakes the workers (`wakeDeliveryWorkers`).
 */
export async function enqueueDelivery(
  tx: Transaction | Queries,
  row: DeliveryRow,
): Promise<EnqueuedDelivery> {
  const { finished_at: finishedAt, outcome, recruiter_view: view, ...planned } = row;
  const inserted = await tx
    .insertInto("delivery")
    .values({
      ...planned,
      request: JSON.stringify(row.request),
      refs: JSON.stringify(row.refs),
      due_at: new Date(row.due_at),
      created_at: new Date(row.created_at),
      ...(finishedAt === undefined ? {} : { finished_at: new Date(finishedAt) }),
      ...(outcome === undefined ? {} : { outcome: JSON.stringify(outcome) }),
      ...(view === undefined ? {} : { recruiter_view: JSON.stringify(view) }),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["customer_id", "run_id", "step_key"])
        .where("run_id", "is not", null)
        .doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (inserted !== undefined) return { customerId: row.customer_id, id: inserted.id, isNew: true };
  const { id } = await tx
    .selectFrom("delivery")
    .select("id")
    .where("customer_id", "=", row.customer_id)
    .where("run_id", "=", row.run_id)
    .where("step_key", "=", row.step_key)
    .executeTakeFirstOrThrow();
  return { customerId: row.customer_id, id, isNew: false };
}
