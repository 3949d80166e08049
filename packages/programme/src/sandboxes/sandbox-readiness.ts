import type { Queries } from "@slipway/database";
import { regions, type Region } from "@slipway/exchange";

/** The sandbox of an integration, and what is still asked before it can be used (REQ-08). */
export interface SandboxReadiness {
  readonly sandboxId: string;
  /** The tenants for which no credentials were ever issued: an approval issues none. */
  readonly withoutCredentials: readonly Region[];
  /** In words, each with what to do; empty when nothing is asked. */
  readonly missing: readonly string[];
}

/** Undefined where the integration has no sandbox. */
export async function sandboxReadiness(
  queries: Queries,
  integrationId: string,
): Promise<SandboxReadiness | undefined> {
  const sandbox = await queries
    .selectFrom("sandbox")
    .select("id")
    .where("integration_id", "=", integrationId)
    .executeTakeFirst();
  if (sandbox === undefined) return undefined;
  const withoutCredentials = await regionsWithoutCredentials(queries, sandbox.id);
  const missing = [
    ...withoutCredentials.map(
      (region) =>
        `credentials of tenant ${region}: issue them, they are shown once (POST /api/v1/sandboxes/${sandbox.id}/tenants/${region}/credentials)`,
    ),
    ...(await missingSetup(queries, sandbox.id)),
  ];
  return { sandboxId: sandbox.id, withoutCredentials, missing };
}

async function regionsWithoutCredentials(
  queries: Queries,
  sandboxId: string,
): Promise<readonly Region[]> {
  const rows = await queries
    .selectFrom("tenant")
    .leftJoin("api_credential", "api_credential.customer_id", "tenant.customer_id")
    .select("tenant.region")
    .where("tenant.sandbox_id", "=", sandboxId)
    .where("api_credential.customer_id", "is", null)
    .execute();
  return regions.filter((region) => rows.some((row) => row.region === region));
}

async function missingSetup(queries: Queries, sandboxId: string): Promise<readonly string[]> {
  const saved = await queries
    .selectFrom("partner_declaration")
    .select("updated_at")
    .where("sandbox_id", "=", sandboxId)
    .executeTakeFirst();
  if (saved === undefined)
    return [
      `endpoint and authentication of the partner: save the partner setup (PUT /api/v1/sandboxes/${sandboxId}/partner-setup, or "slipway validate")`,
    ];
  const preflight = await queries
    .selectFrom("partner_preflight")
    .select(["is_green", "at"])
    .where("sandbox_id", "=", sandboxId)
    .executeTakeFirst();
  if (preflight?.is_green === true) return [];
  const found =
    preflight === undefined
      ? "none since the setup was saved"
      : `that of ${preflight.at.toISOString()} was red`;
  return [
    `a green preflight of the partner setup, ${found}: run it (POST /api/v1/sandboxes/${sandboxId}/preflight, or "slipway validate")`,
  ];
}
