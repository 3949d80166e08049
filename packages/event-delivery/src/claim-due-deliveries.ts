import type { Database } from "@slipway/database";

import {
  claimedColumns,
  claimedJoins,
  parseClaimedRow,
  type ClaimedDelivery,
  type ClaimedRow,
} from "./claimed-delivery.ts";

export interface ClaimOptions {
  readonly workerId: string;
  /** Real time. */
  readonly now: Date;
  readonly leaseMs: number;
  /** How many calls of one lane this worker may have in its hands. */
  readonly laneLimit: number;
  /** How many it has. */
  readonly inHand: ReadonlyMap<string, number>;
}

/** The most that one call takes; whoever gets as many calls again. */
export const claimBatch = 100;

/**
 * Takes what is due, lane by lane, the oldest first, as far as this worker has places in the lane. Each lane has places of
 * its own, so an endpoint that hangs fills its own and nobody else's. Rows that another worker is taking are passed over.
 */
export async function claimDueDeliveries(
  database: Pick<Database, "pool">,
  options: ClaimOptions,
): Promise<readonly ClaimedDelivery[]> {
  const { rows } = await database.pool.query<ClaimedRow>({
    name: "claim-due-deliveries",
    text: claimStatement,
    values: [
      options.workerId,
      options.now,
      new Date(options.now.getTime() + options.leaseMs),
      options.laneLimit,
      JSON.stringify(Object.fromEntries(options.inHand)),
    ],
  });
  return rows.map(parseClaimedRow);
}

// A limit written into the statement: without one the planner expects a large part of the table, and reads all of it.
// The lanes are found by skipping along the index from one to the next: the cost is in the lanes, not in what waits in them.
const claimStatement = `
  with recursive lane_due as (
    (select lane from delivery where state = 'due' order by lane limit 1)
    union all
    select (select next.lane from delivery next where next.state = 'due' and next.lane > lane_due.lane order by next.lane limit 1)
    from lane_due where lane_due.lane is not null
  ), picked as materialized (
    select taken.customer_id, taken.id, taken.sandbox_id, taken.region
    from lane_due, lateral (
      select customer_id, id, sandbox_id, region from delivery
      where lane = lane_due.lane and state = 'due' and due_at <= $2
      order by due_at, id
      limit greatest($4::int - coalesce(($5::jsonb ->> lane_due.lane)::int, 0), 0)
      for update skip locked
    ) taken
    where lane_due.lane is not null
    limit ${claimBatch}
  )
  update delivery d set state = 'claimed', worker_id = $1, lease_until = $3
  from picked ${claimedJoins("picked")}
  where d.customer_id = picked.customer_id and d.id = picked.id
  returning ${claimedColumns}`;
