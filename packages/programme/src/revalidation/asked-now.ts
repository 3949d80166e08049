import type { Queries, Transaction } from "@slipway/database";

import type { AskedNow } from "../lifecycle/standing-state.ts";

/**
 * What is asked of an integration by the deadlines of its open revalidations: the one that is overdue for the longest, or else
 * the one that is due first. One whose clock has not started comes after all that have a date.
 */
export async function askedNow(queries: Queries, integrationId: string): Promise<AskedNow> {
  const first = await queries
    .selectFrom("revalidation")
    .innerJoin("deadline", "deadline.id", "revalidation.deadline_id")
    .select(["deadline.id", "deadline.state"])
    .where("revalidation.integration_id", "=", integrationId)
    .where("revalidation.state", "=", "open")
    .where("deadline.state", "<>", "cleared")
    .orderBy((one) => one.case().when("deadline.state", "=", "overdue").then(0).else(1).end())
    .orderBy("deadline.due_at", (by) => by.asc().nullsLast())
    .orderBy("deadline.opened_at")
    .orderBy("deadline.id")
    .limit(1)
    .executeTakeFirst();
  if (first === undefined) return { kind: "nothing" };
  return {
    kind: first.state === "overdue" ? "overdue" : "revalidation-due",
    deadlineId: first.id,
  };
}

/**
 * Holds those deadlines until the transaction ends. Whoever holds deadlines and the standing takes them in this order, as the
 * sweep does: nobody waits for somebody who waits for him.
 */
export async function lockAskedDeadlines(tx: Transaction, integrationId: string): Promise<void> {
  await tx
    .selectFrom("deadline")
    .select("id")
    .where("id", "in", (asked) =>
      asked
        .selectFrom("revalidation")
        .select("deadline_id")
        .where("integration_id", "=", integrationId)
        .where("state", "=", "open")
        .where("deadline_id", "is not", null)
        .$narrowType<{ deadline_id: string }>(),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
}
