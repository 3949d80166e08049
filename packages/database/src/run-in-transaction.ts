import { CompiledQuery } from "kysely";

import type { Transaction } from "./schema.ts";
import type { TenantStatement } from "./tenant-statement.ts";

/**
 * Runs a tenant statement inside an open transaction, so that one statement text serves both ways. The role is the owner's
 * there: the statement itself must name its `customer_id`.
 */
export async function runInTransaction<Row extends object>(
  tx: Transaction,
  { text, values }: TenantStatement,
): Promise<Row[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return rows;
}
