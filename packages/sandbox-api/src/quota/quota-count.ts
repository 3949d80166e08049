import type { Queries } from "@slipway/database";

/** Whose requests of which day. */
export interface QuotaCount {
  readonly customerId: string;
  readonly username: string;
  readonly day: string;
}

/** Requests counted so far, by all processes that have written them. */
export async function loadCount(queries: Queries, counted: QuotaCount): Promise<number> {
  const row = await queries
    .selectFrom("request_quota")
    .select("used")
    .where("customer_id", "=", counted.customerId)
    .where("username", "=", counted.username)
    .where("day", "=", counted.day)
    .executeTakeFirst();
  return row?.used ?? 0;
}

/** Adds what was counted here; answers the new totals in the same order. */
export async function flushCounts(
  queries: Queries,
  batch: readonly (QuotaCount & { readonly used: number })[],
): Promise<readonly number[]> {
  const rows = await queries
    .insertInto("request_quota")
    .values(
      batch.map(({ customerId, username, day, used }) => ({
        customer_id: customerId,
        username,
        day,
        used,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "username", "day"]).doUpdateSet((row) => ({
        used: row("request_quota.used", "+", row.ref("excluded.used")),
      })),
    )
    .returning(["customer_id", "username", "used"])
    .execute();
  const totals = new Map(rows.map((row) => [`${row.customer_id}/${row.username}`, row.used]));
  return batch.map(({ customerId, username }) => totals.get(`${customerId}/${username}`) ?? 0);
}
