import { pairSettings, seedProfiles, type CustomerId, type Tenant } from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import type { Region, SandboxId } from "@slipway/exchange";
import { declareIndexedFields, seedTenant } from "@slipway/sandbox-api";
import { sql } from "kysely";

import { loadIntegration } from "../integrations/integration.store.ts";
import { PathWithoutSandboxProblem } from "../integrations/integration.problems.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { CreateSandbox } from "../programme.ts";
import { issuePassword } from "./issue-credential.ts";
import { SandboxExistsProblem } from "./sandbox.problems.ts";
import { loadSandbox } from "./sandbox.store.ts";
import type { BasicCredential, Sandbox } from "./sandbox.ts";

const defaultSeed = 1;
const maskKeyBytes = 32;

/** Makes an integration's pair of tenants with their seed data and one credential each, all or nothing. */
export async function createSandbox(
  parts: ProgrammeParts,
  input: CreateSandbox,
): Promise<{
  readonly sandbox: Sandbox;
  readonly credentials: Readonly<Record<Region, BasicCredential>>;
}> {
  const { database, clock, ids } = parts;
  const integration = await loadIntegration(database.queries, input.integrationId);
  if (integration.path !== "programme-defined")
    throw new PathWithoutSandboxProblem(integration.name);
  const seed = input.seed ?? defaultSeed;
  const sandboxId = ids.uuid() as SandboxId;
  const credentials = await database.transaction(async (tx) => {
    const inserted = await tx
      .insertInto("sandbox")
      .values({
        id: sandboxId,
        integration_id: integration.id,
        seed,
        mask_key: Buffer.from(parts.randomBytes(maskKeyBytes)),
        created_at: clock.now(),
      })
      .onConflict((conflict) => conflict.column("integration_id").doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) throw await existsProblem(tx, integration);
    const a = await createTenant(parts, tx, {
      sandboxId,
      region: "a",
      seed,
      integrationName: integration.name,
    });
    const b = await createTenant(parts, tx, {
      sandboxId,
      region: "b",
      seed,
      integrationName: integration.name,
    });
    return { a, b };
  });
  return { sandbox: await loadSandbox(database.queries, sandboxId), credentials };
}

interface TenantPlan {
  readonly sandboxId: SandboxId;
  readonly region: Region;
  readonly seed: number;
  readonly integrationName: string;
}

async function createTenant(
  parts: ProgrammeParts,
  tx: Transaction,
  plan: TenantPlan,
): Promise<BasicCredential> {
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
  return issuePassword(tx, parts, tenant);
}

async function existsProblem(
  tx: Transaction,
  integration: { readonly id: string; readonly name: string },
): Promise<SandboxExistsProblem> {
  const row = await tx
    .selectFrom("sandbox")
    .select("id")
    .where("integration_id", "=", integration.id)
    .executeTakeFirst();
  return new SandboxExistsProblem(integration.name, row?.id ?? "");
}
