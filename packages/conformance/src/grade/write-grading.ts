import { jsonText, type Transaction } from "@slipway/database";
import type { RunId } from "@slipway/exchange";

import type { Attribution } from "../judge/attribute-exchanges.ts";
import type { CheckResult } from "../judge/check-result.ts";
import type { Run } from "../runs/run.ts";

/** One judgement of a run under one pack. */
export interface Grading {
  readonly id: string;
  readonly runId: RunId;
  readonly packId: string;
  readonly packVersion: string;
  readonly gradedAt: Date;
  readonly results: readonly CheckResult[];
}

/** Writes a grading with its verdicts; earlier ones stay. */
export async function writeGrading(tx: Transaction, grading: Grading): Promise<void> {
  await tx
    .insertInto("grading")
    .values({
      id: grading.id,
      run_id: grading.runId,
      pack_id: grading.packId,
      pack_version: grading.packVersion,
      graded_at: grading.gradedAt,
    })
    .execute();
  const rows = grading.results.map((result, position) => ({
    grading_id: grading.id,
    position,
    check_id: result.checkId,
    check_version: result.checkVersion,
    region: result.region ?? null,
    scenario: result.scenario ?? null,
    verdict: jsonText({ ...result.verdict, faultOwner: result.faultOwner }),
    exchanges: jsonText(result.exchanges),
    fault: result.fault === undefined ? null : jsonText(result.fault),
  }));
  for (const batch of batchesOf(rows)) await tx.insertInto("verdict").values(batch).execute();
}

/** Writes which exchanges were judged as the run's, and to which step each belongs. */
export async function writeTaken(
  tx: Transaction,
  run: Run,
  attributions: readonly Attribution[],
): Promise<void> {
  const { a } = run.tenants;
  const rows = attributions.map(({ exchange, step }) => ({
    run_id: run.id,
    customer_id: exchange.customerId,
    exchange_id: exchange.id,
    region: exchange.customerId === a.customerId ? ("a" as const) : ("b" as const),
    scenario: step?.scenario ?? null,
    attempt: step?.attempt ?? null,
    step: step?.step ?? null,
  }));
  for (const batch of batchesOf(rows)) await tx.insertInto("run_exchange").values(batch).execute();
}

/** A statement takes at most 65,535 parameters. */
const rowsPerStatement = 1000;

function* batchesOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += rowsPerStatement)
    yield items.slice(start, start + rowsPerStatement);
}
