import type { Queries } from "@slipway/database";
import type { ExchangeId, RunId } from "@slipway/exchange";

import type { FaultOwner } from "../check.ts";
import type { CheckResult } from "../judge/judge-run.ts";
import type { Verdict } from "../verdict.ts";

export interface GradingHead {
  readonly id: string;
  readonly packVersion: string;
  readonly gradedAt: Date;
}

/** A run's gradings, oldest first. */
export async function loadGradings(
  queries: Queries,
  runId: RunId,
): Promise<readonly GradingHead[]> {
  const rows = await queries
    .selectFrom("grading")
    .selectAll()
    .where("run_id", "=", runId)
    .orderBy("graded_at")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    packVersion: row.pack_version,
    gradedAt: row.graded_at,
  }));
}

/** The results of one grading, in the order in which they were judged. */
export async function loadResults(
  queries: Queries,
  gradingId: string,
): Promise<readonly CheckResult[]> {
  const rows = await queries
    .selectFrom("verdict")
    .selectAll()
    .where("grading_id", "=", gradingId)
    .orderBy("position")
    .execute();
  return rows.map((row) => {
    // Written by `gradeRun` and by nobody else.
    const { faultOwner, ...verdict } = row.verdict as unknown as Verdict & {
      readonly faultOwner: FaultOwner;
    };
    return {
      checkId: row.check_id,
      checkVersion: row.check_version,
      faultOwner,
      region: row.region ?? undefined,
      scenario: row.scenario ?? undefined,
      verdict,
      exchanges: row.exchanges as readonly ExchangeId[],
    };
  });
}
