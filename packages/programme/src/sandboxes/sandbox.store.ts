import type { Queries } from "@slipway/database";
import { isUuid } from "@slipway/foundation";
import type { TenantSettings } from "@slipway/ats-model";
import type { Region, SandboxId } from "@slipway/exchange";

import type { IntegrationId } from "../integrations/integration.ts";
import { SandboxNotFoundProblem } from "./sandbox.problems.ts";
import type { Sandbox, SandboxTenant } from "./sandbox.ts";

/** Fails with `SANDBOX-NOT-FOUND`. */
export async function loadSandbox(queries: Queries, id: string): Promise<Sandbox> {
  const row = isUuid(id)
    ? await queries.selectFrom("sandbox").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new SandboxNotFoundProblem(id);
  const tenants = await queries
    .selectFrom("tenant")
    .selectAll()
    .where("sandbox_id", "=", id)
    .execute();
  const tenantOf = (region: Region): SandboxTenant => {
    const tenant = tenants.find((candidate) => candidate.region === region);
    if (tenant === undefined)
      throw new Error(`Expected sandbox ${id} to have a tenant of region ${region}, found none`);
    return {
      customerId: tenant.customer_id,
      region,
      name: tenant.name,
      publicBase: tenant.public_base,
      // Written by `createSandbox` from the same type.
      timeZone: (tenant.settings as unknown as TenantSettings).timeZone,
    };
  };
  return {
    id: row.id as SandboxId,
    integrationId: row.integration_id as IntegrationId,
    seed: row.seed,
    createdAt: row.created_at,
    tenants: { a: tenantOf("a"), b: tenantOf("b") },
  };
}
