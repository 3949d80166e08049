import type { Queries } from "@slipway/database";
import type { DeliveryReferences, HeldBecause } from "@slipway/event-delivery";
import { sql } from "kysely";

import { loadIntegration } from "../integrations/integration.store.ts";

/** A call to the partner that was not made because the integration was held, and is not made later by itself. */
export interface UnsentCall {
  /** Of the delivery; of an event also its own. */
  readonly id: string;
  readonly customerId: string;
  readonly kind: string;
  /** Only of events. */
  readonly eventType: string | undefined;
  readonly why: `integration ${HeldBecause}`;
  /** Of which person, job, workflow and order. */
  readonly references: DeliveryReferences;
  /** On the tenant's clock. */
  readonly raisedAt: Date;
}

export interface UnsentQuery {
  readonly integrationId: string;
  /** Only those after this one. */
  readonly after?: string;
  readonly limit: number;
}

/** Events, orders and cancellations that were not sent while the integration was suspended or removed, oldest first. */
export async function listUnsentCalls(
  queries: Queries,
  { integrationId, after, limit }: UnsentQuery,
): Promise<readonly UnsentCall[]> {
  const { id } = await loadIntegration(queries, integrationId);
  const rows = await queries
    .selectFrom("delivery")
    .innerJoin("sandbox", "sandbox.id", "delivery.sandbox_id")
    .leftJoin("event", (join) =>
      join
        .onRef("event.customer_id", "=", "delivery.customer_id")
        .onRef("event.id", "=", "delivery.id"),
    )
    .select(["delivery.id", "delivery.customer_id", "delivery.kind", "delivery.refs"])
    .select(["delivery.created_at", "event.type"])
    .select(sql<string>`delivery.outcome ->> 'code'`.as("code"))
    .where("sandbox.integration_id", "=", id)
    // As the index has it.
    .where(
      sql<boolean>`delivery.outcome ->> 'code' in ('INTEGRATION-SUSPENDED', 'INTEGRATION-REMOVED', 'INTEGRATION-SANDBOX-WITHDRAWN')`,
    )
    .where("delivery.kind", "in", ["event", "order", "cancel"])
    .where("delivery.run_id", "is", null)
    .$if(after !== undefined, (query) => query.where("delivery.id", ">", after ?? ""))
    .orderBy("delivery.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    customerId: row.customer_id,
    kind: row.kind,
    eventType: row.type ?? undefined,
    why: row.code === "INTEGRATION-REMOVED" ? "integration removed" : "integration suspended",
    // Written by `planDelivery` from the same type.
    references: row.refs as unknown as DeliveryReferences,
    raisedAt: row.created_at,
  }));
}
