import type { Database } from "@slipway/database";
import { regions } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import { concludeRun } from "../judge/conclude-run.ts";
import { rollUpRequirements } from "../judge/roll-up-verdicts.ts";
import { loadFrozenPack } from "../runs/frozen-pack.ts";
import type { OnRunEnded } from "../runs/on-run-ended.ts";
import { writeEnding } from "../runs/run.store.ts";
import type { Run, RunEnding } from "../runs/run.ts";
import type { ExchangeSource } from "./exchange-source.ts";
import { loadEvidence, recordedExchanges } from "./load-evidence.ts";
import { makeGrading } from "./make-grading.ts";
import { writeGrading, writeTaken, type Grading } from "./write-grading.ts";

export interface EndRunOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly exchanges: ExchangeSource;
  readonly framework: Framework;
  /** A run whose driving has ended: nothing of its record changes any more. */
  readonly run: Run;
  readonly ending: RunEnding;
  readonly onRunEnded?: OnRunEnded;
}

/**
 * Judges a run for the first time, under its own pack as it was frozen. The run's ending, the exchanges that were taken and the
 * verdicts are written together or not at all; of two who judge it at once, one does, and the other gets undefined.
 */
export async function endRun(options: EndRunOptions): Promise<Grading | undefined> {
  const { database, run, ending } = options;
  const { pack } = await loadFrozenPack(database.queries, {
    id: run.packId,
    version: run.packVersion,
  });
  const { evidence, attributions } = await loadEvidence({
    ...options,
    exchangesOf: async (region) => recordedExchanges({ ...options, now: ending.at }, region),
  });
  const cancelled = ending.kind === "cancelled";
  const grading = makeGrading({ ...options, pack, evidence, cancelled });
  return database.transaction(async (tx) => {
    if (!(await writeEnding(tx, run.id, ending))) return undefined;
    await writeTaken(
      tx,
      run,
      regions.flatMap((region) => attributions[region]),
    );
    await writeGrading(tx, grading);
    const requirements = rollUpRequirements(pack, grading.results);
    await options.onRunEnded?.(tx, {
      runId: run.id,
      ending,
      conclusion: concludeRun(requirements, run.part),
    });
    return grading;
  });
}
