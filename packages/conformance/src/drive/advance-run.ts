import type { Framework } from "../framework.ts";
import { endRun } from "../grade/end-run.ts";
import type { rememberFrozenPacks } from "../runs/frozen-pack.ts";
import { beginJudging, loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { driveRun } from "./drive-run.ts";
import type { StepMemory } from "./remember-steps.ts";
import type { RunEngineOptions } from "./run-engine-options.ts";
import type { MovedRun } from "./run-watch.ts";
import { UndrivableRunError } from "./undrivable-run-error.ts";

/** What a walk works with; what cannot change any more is remembered from one to the next. */
export interface WalkOptions extends RunEngineOptions {
  readonly frozenPackOf: ReturnType<typeof rememberFrozenPacks>;
  readonly stepsOf: StepMemory;
}

/** Takes a run as far as it goes now. */
export async function advanceRun(
  options: WalkOptions,
  moved: MovedRun,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  const { database, clock } = options;
  // It may have gone on between the list and the lock.
  const run = await loadRun(database.queries, moved.id);
  if (run.state.kind === "finished" || run.state.kind === "cancelled") return;
  const framework = frameworkOf(options, run);
  const as = run.state.kind === "judging" ? run.state.as : "finished";
  if (run.state.kind === "driving") {
    // The pack as the run was started with it, whatever the code has under its version by now.
    const pack = await options.frozenPackOf(run);
    const steps = await options.stepsOf.load(run.id);
    const { partnerMoved } = moved;
    const walk = { ...options, framework, pack, run, steps, partnerMoved, onTrouble };
    const { finished } = await driveRun(walk);
    if (!finished || !(await beginJudging(database.queries, run.id, as))) return;
  }
  const at = clock.now();
  const ending =
    as === "cancelled"
      ? ({ kind: as, at } as const)
      : ({ kind: as, at, because: "completed" } as const);
  await endRun({ ...options, framework, run, ending });
}

function frameworkOf({ frameworks }: WalkOptions, run: Run): Framework {
  const framework = frameworks.get(run.framework);
  if (framework !== undefined) return framework;
  throw new UndrivableRunError(
    `Expected framework ${run.framework}, found that this version has ${[...frameworks.keys()].join(", ") || "none"}.`,
  );
}
