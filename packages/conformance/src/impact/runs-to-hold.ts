import type { Queries } from "@slipway/database";
import type { RunId } from "@slipway/exchange";

import type { ImpactScope } from "./impact.ts";

/** A run that a draft is held against. */
export interface RunToHold {
  readonly runId: RunId;
  /** Name of its integration. */
  readonly integration: string;
}

/**
 * The whole runs of a framework that came to their end, newest first: partial, cancelled and given-up ones say nothing of the
 * whole. Ids and names alone, so that many thousands need little memory.
 */
export async function loadRunsToHold(
  queries: Queries,
  { framework, scope }: { readonly framework: string; readonly scope: ImpactScope },
): Promise<readonly RunToHold[]> {
  const rows = await queries
    .selectFrom("run")
    .innerJoin("sandbox", "sandbox.id", "run.sandbox_id")
    .innerJoin("integration", "integration.id", "sandbox.integration_id")
    .select(["run.id", "integration.id as integration_id", "integration.name"])
    .where("run.framework", "=", framework)
    .where("run.state", "=", "finished")
    .where("run.ended_because", "is distinct from", "given-up")
    .where("run.selection", "is", null)
    .orderBy("run.started_at", "desc")
    .orderBy("run.id", "desc")
    .execute();
  const chosen = scope === "all" ? rows : firstOfEach(rows);
  // The table's ids are those of runs.
  return chosen.map(({ id, name }) => ({ runId: id as RunId, integration: name }));
}

function firstOfEach<Row extends { readonly integration_id: string }>(
  rows: readonly Row[],
): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ integration_id: id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
