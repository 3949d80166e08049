import type { Database } from "@slipway/database";
import type { SandboxId } from "@slipway/exchange";

import type { Framework } from "../framework.ts";
import { loadGradings, loadResults } from "../grade/load-gradings.ts";
import { rollUpRequirements } from "../judge/roll-up-verdicts.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import type { VerdictKind } from "../verdict.ts";
import { loadFrozenPack } from "./frozen-pack.ts";
import { partOf } from "./part-of-pack.ts";
import type { RunPart, RunSelection } from "./run-part.ts";
import { GradingNotFoundProblem, RunNotEndedProblem } from "./run.problems.ts";
import { loadRun } from "./run.store.ts";
import type { Run } from "./run.ts";
import { selectPart } from "./select-part.ts";
import { NothingFailedProblem, RunOfOtherSandboxProblem } from "./selection.problems.ts";

export interface PlanPartOptions {
  readonly database: Database;
  readonly framework: Framework;
  readonly pack: RequirementPack;
  readonly sandboxId: SandboxId;
  readonly selection: RunSelection;
}

/**
 * The part of a pack that a selection asks for. Refuses with `RUN-SELECTION-UNKNOWN`, and of an earlier run with
 * `RUN-NOT-FOUND`, `RUN-OF-OTHER-SANDBOX`, `RUN-NOT-ENDED` or `RUN-NOTHING-FAILED`.
 */
export async function planPart(options: PlanPartOptions): Promise<RunPart> {
  const { selection } = options;
  switch (selection.kind) {
    case "only":
      return selectPart({ ...options, ids: selection.ids });
    case "failed-of": {
      const run = await loadEarlierRun(options, selection.runId);
      const ids = await unpassedOf(options, run);
      if (ids.length === 0) throw new NothingFailedProblem(run.id);
      return selectPart({ ...options, ids });
    }
  }
}

async function loadEarlierRun(
  { database, sandboxId }: PlanPartOptions,
  runId: string,
): Promise<Run> {
  const run = await loadRun(database.queries, runId);
  if (run.sandboxId !== sandboxId) throw new RunOfOtherSandboxProblem(run.id);
  if (run.state.kind !== "finished" && run.state.kind !== "cancelled")
    throw new RunNotEndedProblem(run.id);
  return run;
}

/** What stands in the way of a requirement's proof. Warnings and what a person has to decide do not: repeating changes neither. */
const unpassed: ReadonlySet<VerdictKind> = new Set([
  "fail",
  "checker-error",
  "waiting",
  "cancelled",
  "not-exercised",
]);

/** As its newest grading has it; of those, the requirements that the pack still has. */
async function unpassedOf(
  { database, pack }: PlanPartOptions,
  run: Run,
): Promise<readonly string[]> {
  const grading = (await loadGradings(database.queries, run.id)).at(-1);
  if (grading === undefined) throw new GradingNotFoundProblem(run.id, undefined);
  const graded = await loadFrozenPack(database.queries, {
    id: grading.packId,
    version: grading.packVersion,
  });
  const results = await loadResults(database.queries, grading.id);
  const known = new Set(pack.requirements.map(({ id }) => id));
  return rollUpRequirements(partOf(graded.pack, run.part), results)
    .filter(({ verdict }) => unpassed.has(verdict))
    .map(({ requirement }) => requirement.id)
    .filter((id) => known.has(id));
}
