import { regions, type Region, type RunId } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";

import type { ExchangeSource } from "../grade/exchange-source.ts";
import type { ActiveRun } from "../runs/run.store.ts";

/** A run that may have moved since it was last walked. */
export interface MovedRun {
  readonly id: RunId;
  /** In which tenants something may have come of what the run waits for the partner to do. */
  readonly partnerMoved: Readonly<Record<Region, boolean>>;
}

/** Knows of which runs nothing has been heard since they were last walked, so that they need not be walked again. */
export interface RunWatch {
  /**
   * Those of the runs that may have moved: something was recorded of their tenants, or nobody has looked for a while, since
   * not everything that a run waits for is recorded. They count as looked at from now on.
   */
  readonly takeMoved: (runs: readonly ActiveRun[]) => Promise<readonly MovedRun[]>;
  /** Forgets all other runs. */
  readonly keep: (runs: readonly ActiveRun[]) => void;
}

export interface RunWatchOptions {
  readonly exchanges: Pick<ExchangeSource, "newestOf">;
  readonly clock: Pick<Clock, "monotonicMs">;
  /** After so long all of a run is looked at though nothing was recorded, in milliseconds of real time. */
  readonly lookAgainAfterMs: number;
}

type Newest = Awaited<ReturnType<ExchangeSource["newestOf"]>>;

interface Looked {
  /** What was recorded last of its tenants when it was looked at. */
  readonly newest: Readonly<Record<Region, string>>;
  readonly newestWrite: Readonly<Record<Region, string>>;
  /** When all of it was looked at. */
  readonly allAtMs: number;
}

export function createRunWatch({ exchanges, clock, lookAgainAfterMs }: RunWatchOptions): RunWatch {
  const looked = new Map<RunId, Looked>();
  const take = (run: ActiveRun, newestOf: Newest): readonly MovedRun[] => {
    const before = looked.get(run.id);
    const nowMs = clock.monotonicMs();
    const isAllDue = before === undefined || nowMs - before.allAtMs >= lookAgainAfterMs;
    const now: Looked = {
      newest: eachOf((region) => newestOf.get(run.customers[region])?.any ?? ""),
      newestWrite: eachOf((region) => newestOf.get(run.customers[region])?.write ?? ""),
      allAtMs: isAllDue ? nowMs : before.allAtMs,
    };
    if (!isAllDue && regions.every((region) => before.newest[region] === now.newest[region]))
      return [];
    looked.set(run.id, now);
    const hasMoved = (region: Region): boolean =>
      isAllDue || before.newestWrite[region] !== now.newestWrite[region];
    return [{ id: run.id, partnerMoved: eachOf(hasMoved) }];
  };
  return {
    takeMoved: async (runs) => {
      const customers = runs.flatMap((run) => regions.map((region) => run.customers[region]));
      // Asked before anything is walked: what is recorded meanwhile will be news.
      const newestOf = await exchanges.newestOf(customers);
      return runs.flatMap((run) => take(run, newestOf));
    },
    keep: (runs) => {
      const kept = new Set(runs.map(({ id }) => id));
      for (const id of looked.keys()) if (!kept.has(id)) looked.delete(id);
    },
  };
}

function eachOf<Value>(valueOf: (region: Region) => Value): Readonly<Record<Region, Value>> {
  return { a: valueOf("a"), b: valueOf("b") };
}
