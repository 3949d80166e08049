import type { Queries } from "@slipway/database";

/**
 * After a backup was restored: what had not ended when it was made may have been sent since, and nobody can tell. It is taken for
 * started by a worker that died, so that the next look gives it up: it is never sent, and the recruiter sees "no answer".
 */
export async function doubtOpenDeliveries(queries: Queries, now: Date): Promise<void> {
  await queries
    .updateTable("delivery")
    .set((row) => ({
      state: "started",
      started_at: row.fn.coalesce("started_at", "created_at"),
      lease_until: now,
    }))
    .where("state", "in", ["due", "claimed", "started"])
    .execute();
}
