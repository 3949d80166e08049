import { randomBytes } from "node:crypto";

import { customerId, pairSettings, type Tenant } from "@slipway/ats-model";
import type { Database } from "@slipway/database";
import type { Region, SandboxId } from "@slipway/exchange";
import type { Ids } from "@slipway/foundation";

/** Tenant A or B of a sandbox. */
export function tenantOf(sandboxId: string, region: Region): Tenant {
  return {
    customerId: customerId(region === "a" ? "6101" : "6102"),
    sandboxId,
    region,
    name: `Tenant ${region}`,
    publicBase: "http://127.0.0.1:8701",
    settings: pairSettings(7)[region],
  };
}

/** The sandbox's integration and the sandbox. */
export async function insertSandbox(
  { queries }: Database,
  sandboxId: SandboxId,
  ids: Pick<Ids, "uuid">,
): Promise<void> {
  const integrationId = ids.uuid();
  const created_at = new Date();
  await queries
    .insertInto("integration")
    .values({
      id: integrationId,
      name: `Integration ${integrationId}`,
      framework: "prime-assessment",
      connector_type: "prime",
      created_at,
    })
    .execute();
  await queries
    .insertInto("sandbox")
    .values({
      id: sandboxId,
      integration_id: integrationId,
      seed: 7,
      mask_key: randomBytes(32),
      created_at,
    })
    .execute();
}

/** The tenant's row. */
export async function insertTenant({ queries }: Database, tenant: Tenant): Promise<void> {
  await queries
    .insertInto("tenant")
    .values({
      customer_id: tenant.customerId,
      sandbox_id: tenant.sandboxId,
      region: tenant.region,
      name: tenant.name,
      public_base: tenant.publicBase,
      settings: JSON.stringify(tenant.settings),
      created_at: new Date(),
    })
    .execute();
}
