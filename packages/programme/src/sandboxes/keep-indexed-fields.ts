import type { CustomerId, TenantSettings } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import { declareIndexedFields } from "@slipway/sandbox-api";

/**
 * Indexes for every tenant the fields that this version searches through an index: an earlier one made it with fewer. Call it
 * before anything is answered.
 */
export async function keepIndexedFields({ queries }: Pick<Database, "queries">): Promise<void> {
  const tenants = await queries.selectFrom("tenant").select(["customer_id", "settings"]).execute();
  for (const { customer_id: customerId, settings } of tenants) {
    await declareIndexedFields(queries, {
      customerId: customerId as CustomerId,
      // Written by `createSandbox` from the same type.
      settings: settings as unknown as TenantSettings,
    });
  }
}
