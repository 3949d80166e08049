import type { Tenant } from "@slipway/ats-model";
import type { AssessmentPackage } from "@slipway/frameworks";

import type { ProgrammeParts } from "../programme-parts.ts";
import { addListNodes } from "./add-list-nodes.ts";

/** The list from which a result row takes the assessment's name. */
const assessmentNames = "lists.submittal.assessment_name";

/** Keeps a partner's packages for a tenant; those that are no longer listed are inactive from now on. */
export async function keepPackages(
  parts: ProgrammeParts,
  tenant: Tenant,
  packages: readonly AssessmentPackage[],
): Promise<void> {
  if (packages.length === 0) return;
  const syncedAt = parts.clockOf(tenant).now();
  await parts.database.transaction(async (tx) => {
    await tx
      .updateTable("package")
      .set({ active: false })
      .where("customer_id", "=", tenant.customerId)
      .execute();
    for (const { packageId, name, description, active } of packages) {
      const row = { name, description: description ?? null, active, synced_at: syncedAt };
      await tx
        .insertInto("package")
        .values({ customer_id: tenant.customerId, package_id: packageId, ...row })
        .onConflict((conflict) => conflict.columns(["customer_id", "package_id"]).doUpdateSet(row))
        .execute();
    }
  });
  const nodes = packages.map(({ packageId, name }) => ({
    list: assessmentNames,
    node: { id: nodeIdOf(packageId), value: name },
  }));
  await addListNodes(parts, tenant, nodes);
}

/** A customer-made node (`C` and digits, PAY) whose number follows from the package, so that a second sync adds nothing. */
function nodeIdOf(packageId: string): string {
  let hash = 0;
  for (const character of packageId)
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_000_007;
  return `C9${hash}`;
}
