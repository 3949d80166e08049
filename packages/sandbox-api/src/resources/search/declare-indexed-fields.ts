import { indexedFieldsOf, profileNouns, type Tenant } from "@slipway/ats-model";
import type { Queries } from "@slipway/database";

/**
 * Has the values of the tenant's indexed fields found by searches from now on, also those stored already. What was declared
 * once stays so. Call it whenever a tenant or its settings are new.
 */
export async function declareIndexedFields(
  queries: Queries,
  tenant: Pick<Tenant, "customerId" | "settings">,
): Promise<void> {
  const rows = profileNouns.flatMap((type) =>
    indexedFieldsOf(type, tenant).map((field) => ({
      customer_id: tenant.customerId,
      type,
      field,
    })),
  );
  await queries
    .insertInto("indexed_field")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
