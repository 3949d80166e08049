import type { Queries, Transaction } from "@slipway/database";
import { sql } from "kysely";

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

export interface SendingQuery {
  readonly customerId: string;
  readonly orderId: string;
  /** A run may send the same order again, and not as it was. */
  readonly which: "first" | "latest";
}

/** A call with which an order was sent, and its body; undefined when it was not. */
export async function findSending(
  queries: Queries,
  { customerId, orderId, which }: SendingQuery,
): Promise<{ readonly id: string; readonly body: string } | undefined> {
  const row = await queries
    .selectFrom("delivery")
    .select(["id", "request"])
    .where("customer_id", "=", customerId)
    .where("kind", "=", "order")
    .where(sql`refs ->> 'orderId'`, "=", orderId)
    .orderBy("id", which === "first" ? "asc" : "desc")
    .limit(1)
    .executeTakeFirst();
  const body = row?.request["body"];
  return row && { id: row.id, body: typeof body === "string" ? body : "{}" };
}
