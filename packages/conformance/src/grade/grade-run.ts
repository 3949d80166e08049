import type { Database, Transaction } from "@slipway/database";
import { regions, type RunId } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { Attribution } from "../judge/attribute-exchanges.ts";
import { judgeRun, type CheckResult } from "../judge/judge-run.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import { freezePack } from "../runs/frozen-pack.ts";
import type { Run, RunState } from "../runs/run.ts";
import { PackNotFoundProblem } from "../runs/run.problems.ts";
import type { ExchangeSource } from "./exchange-source.ts";
import { loadEvidence } from "./load-evidence.ts";

export interface GradeOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly exchanges: ExchangeSource;
  readonly framework: Framework;
  readonly run: Run;
  /** The pack whose requirements are judged; default the run's own. */
  readonly packVersion?: string;
  /** How the run ends with this grading; left out when it has ended already. */
  readonly ending?: Extract<RunState, { kind: "finished" | "cancelled" }>;
}

export interface Grading {
  readonly id: string;
  readonly runId: RunId;
  readonly packVersion: string;
  readonly results: readonly CheckResult[];
}

/**
 * Judges what was recorded of a run and writes the verdicts beside those of earlier gradings, which stay. Sends nothing. The
 * run's ending, the exchanges that were taken and the verdicts are written together or not at all.
 */
export async function gradeRun(options: GradeOptions): Promise<Grading> {
  const { framework, run } = options;
  const pack = packOf(framework, options.packVersion ?? run.packVersion);
  const drivenUnder = packOf(framework, run.packVersion);
  const now = options.clock.now();
  const loaded = await loadEvidence({ ...options, drivenUnder, now });
  const results = judgeRun({
    checks: framework.checks,
    pack,
    evidence: loaded.evidence,
    context: { declaration: run.declaration, settings: pack.settings, tenants: run.tenants },
    cancelled: options.ending?.kind === "cancelled" || run.state.kind === "cancelled",
  });
  const grading: Grading = {
    id: options.ids.uuid(),
    runId: run.id,
    packVersion: pack.version,
    results,
  };
  await options.database.transaction(async (tx) => {
    await freezePack(tx, pack, now);
    await writeTaken(
      tx,
      run,
      regions.flatMap((region) => loaded.attributions[region]),
    );
    await writeGrading(tx, grading, { packId: pack.id, now });
    if (options.ending !== undefined) await endRun(tx, run.id, options.ending);
  });
  return grading;
}

/** A framework's pack by version; fails with `PACK-NOT-FOUND`, naming the known ones. */
export function packOf(framework: Framework, version: string): RequirementPack {
  const pack = framework.packs.find((candidate) => candidate.version === version);
  if (pack === undefined)
    throw new PackNotFoundProblem(
      version,
      framework.packs.map((known) => known.version),
    );
  return pack;
}

async function writeTaken(
  tx: Transaction,
  run: Run,
  attributions: readonly Attribution[],
): Promise<void> {
  for (let start = 0; start < attributions.length; start += 500) {
    const batch = attributions.slice(start, start + 500);
    await tx
      .insertInto("run_exchange")
      .values(
        batch.map(({ exchange, step }) => ({
          run_id: run.id,
          customer_id: exchange.customerId,
          exchange_id: exchange.id,
          region:
            exchange.customerId === run.tenants.a.customerId ? ("a" as const) : ("b" as const),
          scenario: step?.scenario ?? null,
          attempt: step?.attempt ?? null,
          step: step?.step ?? null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function writeGrading(
  tx: Transaction,
  grading: Grading,
  { packId, now }: { readonly packId: string; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto("grading")
    .values({
      id: grading.id,
      run_id: grading.runId,
      pack_id: packId,
      pack_version: grading.packVersion,
      graded_at: now,
    })
    .execute();
  if (grading.results.length === 0) return;
  await tx
    .insertInto("verdict")
    .values(
      grading.results.map((result, position) => ({
        grading_id: grading.id,
        position,
        check_id: result.checkId,
        check_version: result.checkVersion,
        region: result.region ?? null,
        scenario: result.scenario ?? null,
        verdict: JSON.stringify({ ...result.verdict, faultOwner: result.faultOwner }),
        exchanges: JSON.stringify(result.exchanges),
      })),
    )
    .execute();
}

async function endRun(
  tx: Transaction,
  runId: RunId,
  ending: Extract<RunState, { kind: "finished" | "cancelled" }>,
): Promise<void> {
  await tx
    .updateTable("run")
    .set({
      state: ending.kind,
      finished_at: ending.at,
      ended_because: ending.kind === "finished" ? ending.because : null,
    })
    .where("id", "=", runId)
    .execute();
}
