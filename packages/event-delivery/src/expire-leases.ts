import type { Database } from "@slipway/database";

/**
 * Ends every lease at once. To be called before the first worker starts, by whoever knows that no other worker lives (it holds
 * the installation's lock): what a killed process left behind is then settled at once instead of when its leases run out.
 */
export async function expireLeases(database: Pick<Database, "pool">, now: Date): Promise<void> {
  await database.pool.query(
    `update delivery set lease_until = $1 where state in ('claimed', 'started') and lease_until > $1`,
    [now],
  );
}
