import type { Queries } from "@slipway/database";
import type { RunId } from "@slipway/exchange";

import { stepKeyOf, type StepRow } from "./step-row.ts";
import { countEndedSteps, loadSteps, loadStepsSince } from "./step.store.ts";

/** The steps of runs, of which those that have ended are read once. */
export interface StepMemory {
  /** All steps of a run as they stand. */
  readonly load: (runId: RunId) => Promise<readonly StepRow[]>;
  /** Forgets all other runs. */
  readonly keep: (runs: readonly { readonly id: RunId }[]) => void;
}

interface Remembered {
  readonly ended: ReadonlyMap<string, StepRow>;
  readonly lastEndedAt: Date | undefined;
}

const nothing: Remembered = { ended: new Map(), lastEndedAt: undefined };

/** A step that has ended never changes: a run of hundreds of steps is walked as often, and each time a few are new. */
export function rememberSteps(queries: Queries): StepMemory {
  const runs = new Map<RunId, Remembered>();
  return {
    load: async (runId) => {
      const steps = await stepsAfter(queries, runId, runs.get(runId) ?? nothing);
      runs.set(runId, remember(steps));
      return steps;
    },
    keep: (kept) => {
      const ids = new Set(kept.map(({ id }) => id));
      for (const runId of runs.keys()) if (!ids.has(runId)) runs.delete(runId);
    },
  };
}

async function stepsAfter(
  queries: Queries,
  runId: RunId,
  { ended, lastEndedAt }: Remembered,
): Promise<readonly StepRow[]> {
  if (lastEndedAt === undefined) return loadSteps(queries, runId);
  const [fresh, count] = await Promise.all([
    loadStepsSince(queries, runId, lastEndedAt),
    countEndedSteps(queries, runId),
  ]);
  const isNew = (row: StepRow): boolean => !ended.has(stepKeyOf(row));
  const steps = [...ended.values(), ...fresh.filter(isNew)];
  // Another process may have ended some by a clock that is behind ours.
  return steps.filter(hasEnded).length === count ? steps : loadSteps(queries, runId);
}

function remember(steps: readonly StepRow[]): Remembered {
  const ended = steps.filter(hasEnded);
  const times = ended.map(({ outcome }) => outcome.endedAt.getTime());
  return {
    ended: new Map(ended.map((row) => [stepKeyOf(row), row])),
    lastEndedAt: times.length === 0 ? undefined : new Date(Math.max(...times)),
  };
}

type EndedStep = StepRow & {
  readonly outcome: Exclude<StepRow["outcome"], { readonly state: "waiting" }>;
};

function hasEnded(row: StepRow): row is EndedStep {
  return row.outcome.state !== "waiting";
}
