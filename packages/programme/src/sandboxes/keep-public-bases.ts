import { regions } from "@slipway/exchange";

import type { ProgrammeParts } from "../programme-parts.ts";
import { tenantChannel } from "./tenant-directory.ts";

/**
 * Gives every tenant the address under which its region answers now: a platform may be started on other ports or behind
 * another name than the one that made the tenant. Call it before anything is answered.
 */
export async function keepPublicBases(
  { database, tenants }: Pick<ProgrammeParts, "database" | "tenants">,
  publicBases: ProgrammeParts["publicBases"],
): Promise<void> {
  for (const region of regions) {
    const moved = await database.queries
      .updateTable("tenant")
      .set({ public_base: publicBases[region] })
      .where("region", "=", region)
      .where("public_base", "<>", publicBases[region])
      .returning("customer_id")
      .execute();
    for (const { customer_id: customerId } of moved) {
      tenants.forget(customerId);
      database.notifications.notify(tenantChannel, customerId);
    }
  }
}
