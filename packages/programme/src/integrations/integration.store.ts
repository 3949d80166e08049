import { isUuid } from "@slipway/foundation";
import type { Queries, Row, Schema, Transaction } from "@slipway/database";
import type { SelectQueryBuilder } from "kysely";
import type { SandboxId } from "@slipway/exchange";

import { IntegrationNotFoundProblem } from "./integration.problems.ts";
import type { Integration, IntegrationId } from "./integration.ts";

/** Undefined when the organisation has one of this name. */
export async function insertIntegration(
  tx: Transaction,
  input: Omit<Integration, "id"> & { readonly id: string },
): Promise<Integration | undefined> {
  const row = await tx
    .insertInto("integration")
    .values({
      id: input.id,
      name: input.name,
      framework: input.framework,
      connector_type: input.connectorType,
      path: input.path,
      organisation: input.organisation,
      contact: input.contact ?? null,
      for_customer: input.forCustomer ?? null,
      created_at: input.createdAt,
    })
    .onConflict((conflict) => conflict.columns(["organisation", "name"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : parseIntegration(row);
}

/** The one of this name that an organisation has; without one, the oldest that anybody has. */
export async function findIntegrationNamed(
  queries: Queries,
  name: string,
  organisation: string | undefined,
): Promise<Integration | undefined> {
  const named = queries.selectFrom("integration").selectAll().where("name", "=", name);
  const row = await (
    organisation === undefined ? named : named.where("organisation", "=", organisation)
  )
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : parseIntegration(row);
}

/** Fails with `INTEGRATION-NOT-FOUND`. */
export async function loadIntegration(queries: Queries, id: string): Promise<Integration> {
  const row = isUuid(id)
    ? await queries.selectFrom("integration").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new IntegrationNotFoundProblem(id);
  return parseIntegration(row);
}

/** Which things of integrations are asked for; conditions left out do not count. */
export interface IntegrationQuery {
  readonly integrationId?: string;
  /** Only those that this organisation may see. */
  readonly organisation?: string;
}

/** The ids of an organisation's integrations, as a query within another. */
export function integrationsOf(
  queries: Queries,
  organisation: string,
): SelectQueryBuilder<Schema, "integration", { readonly id: string }> {
  return queries
    .selectFrom("integration")
    .select("integration.id")
    .where("integration.organisation", "=", organisation);
}

/** All integrations, or those of an organisation, with their sandboxes; oldest first. */
export async function listIntegrations(
  queries: Queries,
  organisation?: string,
): Promise<readonly (Integration & { readonly sandboxId: SandboxId | undefined })[]> {
  const wanted = queries
    .selectFrom("integration")
    .leftJoin("sandbox", "sandbox.integration_id", "integration.id")
    .selectAll("integration")
    .select("sandbox.id as sandbox_id");
  const rows = await (
    organisation === undefined
      ? wanted
      : wanted.where("integration.organisation", "=", organisation)
  )
    .orderBy("integration.created_at")
    .execute();
  return rows.map((row) => ({
    ...parseIntegration(row),
    sandboxId: (row.sandbox_id ?? undefined) as SandboxId | undefined,
  }));
}

function parseIntegration(row: Row<"integration">): Integration {
  return {
    id: row.id as IntegrationId,
    name: row.name,
    framework: row.framework,
    connectorType: row.connector_type === "standard" ? "standard" : "prime",
    path: row.path,
    organisation: row.organisation,
    contact: row.contact ?? undefined,
    forCustomer: row.for_customer ?? undefined,
    createdAt: row.created_at,
  };
}
