import { newListNode, type Tenant } from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import type { AssessmentPackage } from "@slipway/frameworks";

import type { ProgrammeParts } from "../programme-parts.ts";
import { changeSettings } from "../sandboxes/change-settings.ts";
import { withNode } from "./add-list-nodes.ts";

/** The list from which a result row takes the assessment's name. */
const assessmentNames = "lists.submittal.assessment_name";

/**
 * Keeps a partner's packages for a tenant, and enters their names into its assessment names. Those that are no longer listed
 * are inactive from now on; a name once entered stays, for results refer to it.
 */
export async function keepPackages(
  parts: Pick<ProgrammeParts, "database" | "tenants" | "clockOf">,
  tenant: Tenant,
  packages: readonly AssessmentPackage[],
): Promise<void> {
  const syncedAt = parts.clockOf(tenant).now();
  await parts.database.transaction(async (tx) => {
    await tx
      .updateTable("package")
      .set({ active: false })
      .where("customer_id", "=", tenant.customerId)
      .execute();
    for (const one of packages) await savePackage(tx, tenant, { ...one, syncedAt });
  });
  await changeSettings(parts, tenant, (settings) =>
    packages.reduce(
      (grown, { name }) =>
        withNode(grown, {
          list: assessmentNames,
          text: name.trim(),
          make: (known) => newListNode(name, known),
        }),
      settings,
    ),
  );
}

async function savePackage(
  tx: Transaction,
  { customerId }: Tenant,
  { packageId, ...one }: AssessmentPackage & { readonly syncedAt: Date },
): Promise<void> {
  const row = {
    name: one.name,
    description: one.description ?? null,
    active: one.active,
    synced_at: one.syncedAt,
  };
  await tx
    .insertInto("package")
    .values({ customer_id: customerId, package_id: packageId, ...row })
    .onConflict((conflict) => conflict.columns(["customer_id", "package_id"]).doUpdateSet(row))
    .execute();
}
