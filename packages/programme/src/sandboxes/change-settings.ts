import type { Tenant, TenantSettings } from "@slipway/ats-model";

import { declareIndexedFields } from "@slipway/sandbox-api";

import type { ProgrammeParts } from "../programme-parts.ts";
import { tenantChannel } from "./tenant-directory.ts";

/**
 * Replaces a tenant's settings by what `change` makes of them, one change after the other; the same object back means
 * nothing to change. Every process sees the new ones from then on.
 */
export async function changeSettings(
  { database, tenants }: Pick<ProgrammeParts, "database" | "tenants">,
  { customerId }: Pick<Tenant, "customerId">,
  change: (settings: TenantSettings) => TenantSettings,
): Promise<void> {
  const isChanged = await database.transaction(async (tx) => {
    const row = await tx
      .selectFrom("tenant")
      .select("settings")
      .where("customer_id", "=", customerId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // Written by `createSandbox` and here, from the same type.
    const settings = row.settings as unknown as TenantSettings;
    const changed = change(settings);
    if (changed === settings) return false;
    await tx
      .updateTable("tenant")
      .set({ settings: JSON.stringify(changed) })
      .where("customer_id", "=", customerId)
      .execute();
    await declareIndexedFields(tx, { customerId, settings: changed });
    return true;
  });
  if (!isChanged) return;
  tenants.forget(customerId);
  database.notifications.notify(tenantChannel, customerId);
}
