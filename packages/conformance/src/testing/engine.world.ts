import { setTimeout as sleep } from "node:timers/promises";

import type { RunEngineOptions } from "../drive/run-engine-options.ts";
import { createRunEngine, type RunEngine } from "../drive/run-engine.ts";
import type { Framework } from "../framework.ts";
import { loadGradings, loadResults } from "../grade/load-gradings.ts";
import { loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { openToyWorld, type ToyWorld } from "./toy-framework.world.ts";

/** The toy world with engines that drive its runs. */
export interface EngineWorld extends ToyWorld {
  /** Starts one more engine; it is stopped when the world closes. */
  readonly startEngine: (differences?: Partial<RunEngineOptions>) => Promise<RunEngine>;
  /** Waits for the end of a run. */
  readonly ended: (run: Run) => Promise<Run>;
  /** Fault owner and verdict of each result of the run's only grading. */
  readonly verdictsOf: (run: Run) => Promise<readonly string[]>;
}

export async function openEngineWorld(framework?: Framework): Promise<EngineWorld> {
  const world = await openToyWorld(framework);
  const { queries } = world.database;
  const engines: RunEngine[] = [];
  return {
    ...world,
    startEngine: async (differences = {}) => {
      const engine = createRunEngine({
        ...world,
        frameworks: new Map([[world.framework.id, world.framework]]),
        onError: world.onTrouble,
        ...differences,
      });
      engines.push(engine);
      await engine.start();
      return engine;
    },
    ended: async (run) => {
      for (;;) {
        const seen = await loadRun(queries, run.id);
        if (seen.state.kind === "finished" || seen.state.kind === "cancelled") return seen;
        await sleep(20);
      }
    },
    verdictsOf: async (run) => {
      const [first, ...others] = await loadGradings(queries, run.id);
      if (first === undefined || others.length > 0)
        throw new Error(
          `Expected one grading, found ${first === undefined ? 0 : others.length + 1}`,
        );
      const results = await loadResults(queries, first.id);
      return results.map(({ faultOwner, verdict }) => `${faultOwner} ${verdict.kind}`);
    },
    close: async () => {
      await Promise.all(engines.map(async (engine) => engine.stop()));
      await world.close();
    },
  };
}
