import type { Queries, Transaction } from "@slipway/database";
import { endWaitingDeliveries } from "@slipway/event-delivery";

import { removeListing } from "../marketplace/move-listing.ts";
import type { MovedStanding } from "./moved-standing.ts";
import type { Standing } from "./standing-state.ts";

/**
 * What follows from a move, in its transaction: what waits to be sent to the partner of an integration that is held ends unsent,
 * also what a dead worker left until the reinstatement; and what is removed leaves the marketplace.
 */
export async function followStanding(tx: Transaction, moved: MovedStanding): Promise<void> {
  const { integrationId, before, after, at } = moved;
  const because = heldIn(after) ?? heldIn(before);
  if (because !== undefined) {
    const customerIds = await tenantsOf(tx, integrationId);
    await endWaitingDeliveries(tx, { because, at, customerIds });
  }
  if (after.kind === "removed") await removeListing(tx, moved);
}

/** The customer ids of an integration's two tenants; none where it has no sandbox. */
export async function tenantsOf(
  queries: Queries,
  integrationId: string,
): Promise<readonly string[]> {
  const rows = await queries
    .selectFrom("tenant")
    .innerJoin("sandbox", "sandbox.id", "tenant.sandbox_id")
    .select("tenant.customer_id")
    .where("sandbox.integration_id", "=", integrationId)
    .execute();
  return rows.map(({ customer_id: customerId }) => customerId);
}

function heldIn({ kind }: Standing): "suspended" | "removed" | undefined {
  return kind === "suspended" || kind === "removed" ? kind : undefined;
}
