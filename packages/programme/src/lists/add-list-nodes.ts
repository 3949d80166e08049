import { listNodes, type NewListNode, type Tenant, type TenantSettings } from "@slipway/ats-model";

import type { ProgrammeParts } from "../programme-parts.ts";
import { tenantChannel } from "../sandboxes/tenant-directory.ts";

/** Adds nodes to a tenant's lists; a node whose text the list has already is left out. Every process sees them from then on. */
export async function addListNodes(
  { database, tenants }: Pick<ProgrammeParts, "database" | "tenants">,
  tenant: Tenant,
  nodes: readonly NewListNode[],
): Promise<void> {
  const changed = await database.transaction(async (tx) => {
    const row = await tx
      .selectFrom("tenant")
      .select("settings")
      .where("customer_id", "=", tenant.customerId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    // Written by `createSandbox` from the same type.
    const settings = row.settings as unknown as TenantSettings;
    const grown = nodes.reduce(withNode, settings);
    if (grown === settings) return false;
    await tx
      .updateTable("tenant")
      .set({ settings: JSON.stringify(grown) })
      .where("customer_id", "=", tenant.customerId)
      .execute();
    return true;
  });
  if (!changed) return;
  tenants.forget(tenant.customerId);
  database.notifications.notify(tenantChannel, tenant.customerId);
}

function withNode(settings: TenantSettings, { list, node }: NewListNode): TenantSettings {
  const known = listNodes(settings, list);
  if (known.some((one) => one.value === node.value)) return settings;
  return { ...settings, lists: { ...settings.lists, [list]: [...known, node] } };
}
