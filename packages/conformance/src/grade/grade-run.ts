import type { Database } from "@slipway/database";
import type { Clock, Ids } from "@slipway/foundation";

import { packOf, type Framework } from "../framework.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import { freezePack, loadFrozenPack } from "../runs/frozen-pack.ts";
import { RunNotEndedProblem } from "../runs/run.problems.ts";
import type { Run } from "../runs/run.ts";
import type { ExchangeSource } from "./exchange-source.ts";
import { loadEvidence, takenExchanges } from "./load-evidence.ts";
import { makeGrading } from "./make-grading.ts";
import { writeGrading, type Grading } from "./write-grading.ts";

/** A run that has ended, and how it is to be judged anew. */
export interface GradeOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly exchanges: ExchangeSource;
  readonly framework: Framework;
  readonly run: Run;
  /** The pack whose requirements are judged; default the run's own, as it was frozen. */
  readonly packVersion?: string;
}

/**
 * Judges a run that has ended once more, and writes the verdicts beside those of earlier gradings, which stay. Sends nothing:
 * it judges exactly the exchanges that were taken when the run ended. Refuses with `RUN-NOT-ENDED`, `PACK-NOT-FOUND` or
 * `PACK-CHANGED`.
 */
export async function gradeRun(options: GradeOptions): Promise<Grading> {
  const { database, run } = options;
  if (run.state.kind !== "finished" && run.state.kind !== "cancelled")
    throw new RunNotEndedProblem(run.id);
  const pack = await packFor(options);
  const { evidence } = await loadEvidence({
    ...options,
    exchangesOf: async (region) => takenExchanges(options, region),
  });
  const cancelled = run.state.kind === "cancelled";
  const grading = makeGrading({ ...options, pack, evidence, cancelled });
  await database.transaction(async (tx) => {
    if (pack.version !== run.packVersion) await freezePack(tx, pack, grading.gradedAt);
    await writeGrading(tx, grading);
  });
  return grading;
}

async function packFor({
  database,
  framework,
  run,
  packVersion = run.packVersion,
}: GradeOptions): Promise<RequirementPack> {
  if (packVersion !== run.packVersion) return packOf(framework, packVersion);
  const { pack } = await loadFrozenPack(database.queries, { id: run.packId, version: packVersion });
  return pack;
}
