import type { Queries } from "@slipway/database";
import type { ExchangeId, RunId } from "@slipway/exchange";
import { readJson } from "@slipway/foundation";

import type { CheckResult } from "../judge/check-result.ts";
import { parseFault } from "./parse-fault.ts";
import { parseVerdict } from "./parse-verdict.ts";

/** A grading without its verdicts. */
export interface GradingHead {
  readonly id: string;
  readonly packVersion: string;
  readonly gradedAt: Date;
}

export interface StoredGrading extends GradingHead {
  readonly packId: string;
}

/** A run's gradings, oldest first. */
export async function loadGradings(
  queries: Queries,
  runId: RunId,
): Promise<readonly StoredGrading[]> {
  const rows = await queries
    .selectFrom("grading")
    .selectAll()
    .where("run_id", "=", runId)
    .orderBy("graded_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    packId: row.pack_id,
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
    const place = `verdict ${row.position} of grading ${gradingId}`;
    return {
      checkId: row.check_id,
      checkVersion: row.check_version,
      ...parseVerdict(readJson(row.verdict, place)),
      ...(row.fault === null
        ? {}
        : { fault: parseFault(readJson(row.fault, `fault of ${place}`)) }),
      region: row.region ?? undefined,
      scenario: row.scenario ?? undefined,
      // A verdict names exchanges by their ids.
      exchanges: readJson(row.exchanges, place).list((id) => id.text() as ExchangeId),
    };
  });
}
