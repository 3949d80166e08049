import type { Queries } from "@slipway/database";

import type { Integration } from "../integrations/integration.ts";
import type { StoredVersion } from "../lifecycle/lifecycle.store.ts";

export interface RevalidatingRun {
  readonly integration: Pick<Integration, "id">;
  readonly version: Pick<StoredVersion, "number">;
  readonly runId: string;
}

/**
 * What keeps a run from proving an integration anew; undefined when nothing does. It has to be of this version, and begun after
 * everything that is asked now: ids of runs and revalidations are in the order of real time, which no moved clock changes.
 */
export async function revalidationObstacle(
  queries: Queries,
  { integration, version, runId }: RevalidatingRun,
): Promise<string | undefined> {
  const used = await queries
    .selectFrom("integration_version")
    .select("number")
    .where("integration_id", "=", integration.id)
    .where("number", "<>", version.number)
    .where((row) => row(row.ref("facts", "->>").key("runId"), "=", runId))
    .executeTakeFirst();
  if (used !== undefined) return `a run that proved version ${used.number}`;
  const later = await queries
    .selectFrom("revalidation")
    .select("subject")
    .where("integration_id", "=", integration.id)
    .where("state", "=", "open")
    .where("deadline_id", "is not", null)
    .where("id", ">", runId)
    .orderBy("id")
    .executeTakeFirst();
  return later === undefined
    ? undefined
    : `a run from before the revalidation was asked for ${later.subject}`;
}
