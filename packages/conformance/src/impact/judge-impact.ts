import { isPassingTrouble, type Database } from "@slipway/database";
import type { Clock, Ids } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import { loadEvidence, takenExchanges } from "../grade/load-evidence.ts";
import { loadGradings, loadResults, type StoredGrading } from "../grade/load-gradings.ts";
import { makeGrading } from "../grade/make-grading.ts";
import { concludeRun } from "../judge/conclude-run.ts";
import { rollUpRequirements, type RequirementResult } from "../judge/roll-up-verdicts.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import { loadFrozenPack } from "../runs/frozen-pack.ts";
import { loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { compareStandings } from "./compare-standings.ts";
import type { RunImpact } from "./impact.ts";
import type { RunToHold } from "./runs-to-hold.ts";

export interface ImpactOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly exchanges: ExchangeSource;
  readonly framework: Framework;
  readonly pack: RequirementPack;
}

/**
 * What the draft changes for one run: its record judged under the draft, against its newest grading under another pack. Writes
 * nothing. Undefined for a run that no such grading stands for. What goes wrong with one run is told of that run alone, unless
 * the database is away.
 */
export async function judgeImpact(
  options: ImpactOptions,
  { runId, integration }: RunToHold,
): Promise<RunImpact | undefined> {
  const run = await loadRun(options.database.queries, runId);
  const grading = (await loadGradings(options.database.queries, run.id)).findLast(
    ({ packVersion }) => packVersion !== options.pack.version,
  );
  if (grading === undefined) return undefined;
  const before = await standsToday(options, grading);
  const head = {
    integration,
    runId: run.id,
    sandboxId: run.sandboxId,
    startedAt: run.startedAt.toISOString(),
    packVersion: grading.packVersion,
    before: concludeRun(before),
  };
  try {
    const after = await underDraft(options, run);
    return { ...head, after: concludeRun(after), changes: compareStandings(before, after) };
  } catch (error) {
    if (isPassingTrouble(error)) throw error;
    return {
      ...head,
      after: "not-judged",
      changes: [],
      trouble: "An error of ours kept this run from being judged under the draft.",
    };
  }
}

async function standsToday(
  { database }: ImpactOptions,
  grading: StoredGrading,
): Promise<readonly RequirementResult[]> {
  const { pack } = await loadFrozenPack(database.queries, {
    id: grading.packId,
    version: grading.packVersion,
  });
  return rollUpRequirements(pack, await loadResults(database.queries, grading.id));
}

async function underDraft(options: ImpactOptions, run: Run): Promise<readonly RequirementResult[]> {
  const { evidence } = await loadEvidence({
    ...options,
    run,
    exchangesOf: async (region) => takenExchanges({ ...options, run }, region),
  });
  const { results } = makeGrading({ ...options, run, evidence, cancelled: false });
  return rollUpRequirements(options.pack, results);
}
