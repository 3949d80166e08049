import { pairSettings, seedProfiles, type CustomerId, type Tenant } from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import type { Region, SandboxId } from "@slipway/exchange";
import { declareIndexedFields, seedTenant } from "@slipway/sandbox-api";
import { sql } from "kysely";

import type { Integration } from "../integrations/integration.ts";
import type { ProgrammeParts } from "../programme-parts.ts";

export const defaultSeed = 1;
const maskKeyBytes = 32;

/** A sandbox as it was just made. */
export interface MadePair {
  readonly sandboxId: SandboxId;
  readonly tenants: Readonly<Record<Region, Tenant>>;
}

type Parts = Pick<ProgrammeParts, "clock" | "ids" | "randomBytes" | "publicBases">;

/** Makes an integration's pair of tenants with their seed data; undefined where it has one already. Nobody can call them yet. */
export async function createPair(
  parts: Parts,
  tx: Transaction,
  { integration, seed }: { readonly integration: Integration; readonly seed: number },
): Promise<MadePair | undefined> {
  const sandboxId = parts.ids.uuid() as SandboxId;
  const inserted = await tx
    .insertInto("sandbox")
    .values({
      id: sandboxId,
      integration_id: integration.id,
      seed,
      mask_key: Buffer.from(parts.randomBytes(maskKeyBytes)),
      created_at: parts.clock.now(),
    })
    .onConflict((conflict) => conflict.column("integration_id").doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return undefined;
  const plan = { sandboxId, seed, integrationName: integration.name };
  const a = await createTenant(parts, tx, { ...plan, region: "a" });
  const b = await createTenant(parts, tx, { ...plan, region: "b" });
  return { sandboxId, tenants: { a, b } };
}

interface TenantPlan {
  readonly sandboxId: SandboxId;
  readonly region: Region;
  readonly seed: number;
  readonly integrationName: string;
}

async function createTenant(parts: Parts, tx: Transaction, plan: TenantPlan): Promise<Tenant> {
  const { rows } = await sql<{ number: number }>`select nextval('tenant_number') as number`.execute(
    tx,
  );
  const tenant: Tenant = {
    customerId: String(rows[0]?.number) as CustomerId,
    sandboxId: plan.sandboxId,
    region: plan.region,
    name: `${plan.integrationName}, tenant ${plan.region}`,
    publicBase: parts.publicBases[plan.region],
    settings: pairSettings(plan.seed)[plan.region],
  };
  await tx
    .insertInto("tenant")
    .values({
      customer_id: tenant.customerId,
      sandbox_id: tenant.sandboxId,
      region: tenant.region,
      name: tenant.name,
      public_base: tenant.publicBase,
      settings: JSON.stringify(tenant.settings),
      created_at: parts.clock.now(),
    })
    .execute();
  await declareIndexedFields(tx, tenant);
  await seedTenant(tx, tenant, seedProfiles(plan.seed, tenant));
  return tenant;
}
