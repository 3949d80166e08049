import type { StoredEntry } from "@slipway/ats-model";

import type { ProgrammeParts } from "../programme-parts.ts";

/** The result rows of a workflow as they are stored. */
export interface ResultRows {
  readonly entries: readonly StoredEntry[];
  /** When the workflow was last written, on the tenant's clock; undefined when there is no such workflow. */
  readonly updatedAt: Date | undefined;
}

/** Reads the rows of `assessmentresults` of one workflow. */
export async function loadResultRows(
  { database }: Pick<ProgrammeParts, "database">,
  customerId: string,
  workflowId: number,
): Promise<ResultRows> {
  const row = await database.queries
    .selectFrom("profile")
    .select(["doc", "updated_at"])
    .where("customer_id", "=", customerId)
    .where("type", "=", "applicantworkflows")
    .where("id", "=", workflowId)
    .executeTakeFirst();
  const stored = row?.doc["assessmentresults"];
  // The collection is stored as entries; anything else is no result.
  const entries = Array.isArray(stored) ? (stored as readonly StoredEntry[]) : [];
  return { entries, updatedAt: row?.updated_at };
}
