import type { Queries, Transaction } from "@slipway/database";
import { regions, type Region } from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { StoredVersion } from "../lifecycle/lifecycle.store.ts";
import { loadEnablement } from "../partner/save-partner-setup.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { gradingsOf } from "../runs/run-views.ts";

/** What the approval of a version rested on, as it was then: whatever is changed later is not what was decided about. */
export interface DecisionBasis {
  readonly integrationId: string;
  readonly version: number;
  readonly decidedAt: Date;
  readonly runId: string;
  readonly gradingId: string;
  readonly design: JsonObject;
  /** The enablement sheet of both tenants. */
  readonly enablement: JsonObject;
}

/** Keeps it in the transaction that approves; of a version that is not approved by it nothing is kept. */
export async function keepDecisionBasis(
  tx: Transaction,
  parts: ProgrammeParts,
  { integrationId, number, state, approvedDesign }: StoredVersion,
): Promise<void> {
  if (state.kind !== "approved") return;
  const gradings = await gradingsOf(parts, state.runId);
  const grading = gradings.findLast(({ packVersion }) => packVersion === state.packVersion);
  if (grading === undefined)
    throw new Error(`Expected a grading of run ${state.runId} under ${state.packVersion}`);
  await tx
    .insertInto("decision_basis")
    .values({
      integration_id: integrationId,
      version: number,
      decided_at: new Date(state.approvedAt),
      run_id: state.runId,
      grading_id: grading.id,
      design: JSON.stringify(approvedDesign ?? {}),
      enablement: JSON.stringify(await enablementOf(tx, state.runId)),
    })
    .execute();
}

/** That of the latest approval; undefined where there is none. */
export async function loadDecisionBasis(
  queries: Queries,
  integrationId: string,
  version: number,
): Promise<DecisionBasis | undefined> {
  const row = await queries
    .selectFrom("decision_basis")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .where("version", "=", version)
    .orderBy("decided_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      integrationId,
      version,
      decidedAt: row.decided_at,
      runId: row.run_id,
      gradingId: row.grading_id,
      design: row.design,
      enablement: row.enablement,
    }
  );
}

async function enablementOf(tx: Transaction, runId: string): Promise<object> {
  const { sandbox_id: sandboxId } = await tx
    .selectFrom("run")
    .select("sandbox_id")
    .where("id", "=", runId)
    .executeTakeFirstOrThrow();
  const sheets: (readonly [Region, object])[] = [];
  for (const region of regions) sheets.push([region, await loadEnablement(tx, sandboxId, region)]);
  return Object.fromEntries(sheets);
}
