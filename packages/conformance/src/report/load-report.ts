import type { Database } from "@slipway/database";
import { regions, type Exchange, type Region } from "@slipway/exchange";

import type { StepRow } from "../drive/step-row.ts";
import { loadSteps } from "../drive/step.store.ts";
import type { Framework } from "../framework.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import { loadGradings, loadResults } from "../grade/load-gradings.ts";
import type { CheckResult } from "../judge/check-result.ts";
import { loadFrozenPack } from "../runs/frozen-pack.ts";
import type { Run } from "../runs/run.ts";
import { GradingNotFoundProblem } from "../runs/run.problems.ts";
import { buildReport, type RunReport } from "./run-report.ts";

export interface LoadReportOptions {
  readonly database: Database;
  readonly exchanges: ExchangeSource;
  readonly framework: Framework;
  readonly run: Run;
  /** Which grading; default the newest. */
  readonly gradingId?: string;
}

/** The report of a run as one grading saw it; fails with `GRADING-NOT-FOUND` while there is none. */
export async function loadReport(options: LoadReportOptions): Promise<RunReport> {
  const { database, framework, run } = options;
  const gradings = await loadGradings(database.queries, run.id);
  const grading =
    options.gradingId === undefined
      ? gradings.at(-1)
      : gradings.find(({ id }) => id === options.gradingId);
  if (grading === undefined) throw new GradingNotFoundProblem(run.id, options.gradingId);
  const results = await loadResults(database.queries, grading.id);
  const { pack, hash } = await loadFrozenPack(database.queries, {
    id: grading.packId,
    version: grading.packVersion,
  });
  const steps = await loadSteps(database.queries, run.id);
  return buildReport({
    run,
    framework,
    pack,
    packHash: hash,
    grading,
    results,
    exchanges: await namedExchanges(options, results),
    drivenAnew: drivenAnew(steps),
  });
}

/** Steps whose outcome was lost, where another attempt followed. */
function drivenAnew(steps: readonly StepRow[]): readonly StepRow[] {
  return steps.filter(
    (lost) =>
      lost.outcome.state === "lost" &&
      steps.some(
        (step) =>
          step.region === lost.region &&
          step.scenario === lost.scenario &&
          step.attempt > lost.attempt,
      ),
  );
}

async function namedExchanges(
  { exchanges, run }: LoadReportOptions,
  results: readonly CheckResult[],
): Promise<Readonly<Record<Region, readonly Exchange[]>>> {
  const ids = [...new Set(results.flatMap((result) => result.exchanges))];
  const [a = [], b = []] = await Promise.all(
    regions.map(async (region) => exchanges.byIds(run.tenants[region].customerId, ids)),
  );
  return { a, b };
}
