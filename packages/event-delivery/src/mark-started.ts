import type { Database } from "@slipway/database";

import type { ClaimedDelivery } from "./claimed-delivery.ts";

export interface StartOptions {
  readonly workerId: string;
  /** Real time. */
  readonly now: Date;
  /** Longer than the time-out, so that it runs out only when the worker is dead. */
  readonly leaseMs: number;
  /** The tenant's clock. */
  readonly startedAt: Date;
}

/**
 * Marks a claimed delivery as started, in a commit of its own. True: the call may be made, now, once. False: the claim was lost
 * (its lease ran out), the delivery is another worker's, and nothing may be sent.
 */
export async function markStarted(
  database: Pick<Database, "pool">,
  { customerId, id }: Pick<ClaimedDelivery, "customerId" | "id">,
  options: StartOptions,
): Promise<boolean> {
  const { rowCount } = await database.pool.query({
    name: "mark-delivery-started",
    text: `
      update delivery set state = 'started', started_at = $5, lease_until = $6
      where customer_id = $1 and id = $2 and state = 'claimed' and worker_id = $3 and lease_until > $4`,
    values: [
      customerId,
      id,
      options.workerId,
      options.now,
      options.startedAt,
      new Date(options.now.getTime() + options.leaseMs),
    ],
  });
  return rowCount === 1;
}
