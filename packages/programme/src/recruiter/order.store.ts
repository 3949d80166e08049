import type { Queries, Transaction } from "@slipway/database";

import { OrderNotFoundProblem } from "./order.problems.ts";

export interface OrderRow {
  readonly id: string;
  readonly customerId: string;
  readonly personId: number;
  readonly jobId: number;
  readonly workflowId: number;
  readonly packageId: string;
  readonly test: boolean;
  readonly runId: string | undefined;
  readonly createdAt: Date;
}

/** Keeps an order; one of the same id stays as it was, for a run may repeat it. */
export async function insertOrder(tx: Transaction, order: OrderRow): Promise<void> {
  await tx
    .insertInto("assessment_order")
    .values({
      customer_id: order.customerId,
      id: order.id,
      person_id: order.personId,
      job_id: order.jobId,
      workflow_id: order.workflowId,
      package_id: order.packageId,
      test: order.test,
      run_id: order.runId ?? null,
      created_at: order.createdAt,
    })
    .onConflict((conflict) => conflict.columns(["customer_id", "id"]).doNothing())
    .execute();
}

/** Fails with `ORDER-NOT-FOUND`. */
export async function loadOrderRow(
  queries: Queries,
  customerId: string,
  id: string,
): Promise<OrderRow> {
  const row = await queries
    .selectFrom("assessment_order")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new OrderNotFoundProblem(id);
  return {
    id: row.id,
    customerId: row.customer_id,
    personId: row.person_id,
    jobId: row.job_id,
    workflowId: row.workflow_id,
    packageId: row.package_id,
    test: row.test,
    runId: row.run_id ?? undefined,
    createdAt: row.created_at,
  };
}
