import type { Queries } from "@slipway/database";
import type { ExchangeId } from "@slipway/exchange";
import { readExchange } from "@slipway/exchange-log";
import { isUuid, unreachable } from "@slipway/foundation";
import { sql } from "kysely";

import type { ProgrammeParts } from "../programme-parts.ts";
import { loadRequirementSets } from "../requirements/requirement-set.store.ts";
import { ThreadItemNotFoundProblem } from "./thread.problems.ts";
import { nameOfItem, type ThreadItem } from "./thread.ts";

/** Fails with `THREAD-ITEM-NOT-FOUND` unless the item is there and is the integration's. */
export async function checkThreadItem(
  { database }: Pick<ProgrammeParts, "database">,
  integrationId: string,
  item: ThreadItem,
): Promise<void> {
  if (await isOfIntegration(database, integrationId, item)) return;
  throw new ThreadItemNotFoundProblem(nameOfItem(item), integrationId);
}

async function isOfIntegration(
  database: ProgrammeParts["database"],
  integrationId: string,
  item: ThreadItem,
): Promise<boolean> {
  const { queries } = database;
  switch (item.kind) {
    case "run":
      return isThere(queries, {
        from: "run join sandbox on sandbox.id = run.sandbox_id",
        integration: "sandbox.integration_id",
        integrationId,
        column: "run.id",
        id: item.runId,
      });
    case "deadline":
      return isThere(queries, {
        from: "deadline",
        integration: "deadline.integration_id",
        integrationId,
        column: "deadline.id",
        id: item.deadlineId,
      });
    case "revalidation":
      return isThere(queries, {
        from: "revalidation",
        integration: "revalidation.integration_id",
        integrationId,
        column: "revalidation.id",
        id: item.revalidationId,
      });
    case "exchange":
      return hasExchange(database, integrationId, item);
    case "requirement": {
      const sets = await loadRequirementSets(queries, integrationId);
      const asked = sets.get(item.version)?.requirements ?? [];
      return asked.some(({ id }) => id === item.requirement);
    }
    default:
      return unreachable(item);
  }
}

interface Belonging {
  /** Names of tables and columns; none of it comes from outside. */
  readonly from: string;
  readonly integration: string;
  readonly column: string;
  readonly id: string;
  readonly integrationId: string;
}

async function isThere(
  queries: Queries,
  { from, integration, column, id, integrationId }: Belonging,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { rows } = await sql`select 1 from ${sql.raw(from)}
    where ${sql.raw(column)} = ${id} and ${sql.raw(integration)} = ${integrationId}`.execute(
    queries,
  );
  return rows.length > 0;
}

async function hasExchange(
  database: ProgrammeParts["database"],
  integrationId: string,
  { customerId, exchangeId }: Extract<ThreadItem, { readonly kind: "exchange" }>,
): Promise<boolean> {
  if (!isUuid(exchangeId)) return false;
  const tenant = await database.queries
    .selectFrom("tenant")
    .innerJoin("sandbox", "sandbox.id", "tenant.sandbox_id")
    .select("tenant.customer_id")
    .where("tenant.customer_id", "=", customerId)
    .where("sandbox.integration_id", "=", integrationId)
    .executeTakeFirst();
  if (tenant === undefined) return false;
  // It was checked to be a UUID; whether it is an exchange's, the look-up tells.
  return (await readExchange(database, customerId, exchangeId as ExchangeId)) !== undefined;
}
