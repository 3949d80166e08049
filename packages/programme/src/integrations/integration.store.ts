import { isUuid } from "@slipway/foundation";
import type { Queries, Row, Transaction } from "@slipway/database";
import type { SandboxId } from "@slipway/exchange";

import { IntegrationNotFoundProblem } from "./integration.problems.ts";
import type { Integration, IntegrationId } from "./integration.ts";

/** Undefined when the name is taken. */
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
    .onConflict((conflict) => conflict.column("name").doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : parseIntegration(row);
}

export async function findIntegrationNamed(
  queries: Queries,
  name: string,
): Promise<Integration | undefined> {
  const row = await queries
    .selectFrom("integration")
    .selectAll()
    .where("name", "=", name)
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

/** All integrations with their sandboxes, oldest first. */
export async function listIntegrations(
  queries: Queries,
): Promise<readonly (Integration & { readonly sandboxId: SandboxId | undefined })[]> {
  const rows = await queries
    .selectFrom("integration")
    .leftJoin("sandbox", "sandbox.integration_id", "integration.id")
    .selectAll("integration")
    .select("sandbox.id as sandbox_id")
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
