import type { Database } from "@slipway/database";
import type { RunId } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import { giveUpRun } from "../grade/give-up-run.ts";
import type { Performer } from "../performer.ts";
import { rememberFrozenPacks } from "../runs/frozen-pack.ts";
import type { OnRunEnded } from "../runs/on-run-ended.ts";
import { loadActiveRuns } from "../runs/run.store.ts";
import { advanceRun, type WalkOptions } from "./advance-run.ts";
import { rememberSteps } from "./remember-steps.ts";
import { createRunTroubles, type RunTroubles } from "./run-troubles.ts";
import { createRunWatch, type MovedRun, type RunWatch } from "./run-watch.ts";
import { createSlots } from "./slots.ts";
import { UndrivableRunError } from "./undrivable-run-error.ts";

/** What an engine works with. */
export interface RunEngineOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly exchanges: ExchangeSource;
  /** Channels on which something is told that may let a run go on, beside `runChannel`. */
  readonly wakeOn?: readonly string[];
  /**
   * For how long a run may keep failing before it is ended as one that we could not judge, in milliseconds of real time; long
   * enough for a process of another version to take it. Default 10 minutes.
   */
  readonly giveUpAfterMs?: number;
  readonly onRunEnded?: OnRunEnded;
  /** Told of faults of ours; of one that stays, once. */
  readonly onError: (error: unknown) => void;
}

/** Drives and judges every active run until stopped. Any number of processes may do so: a run is worked on by one at a time. */
export interface RunEngine {
  readonly start: () => Promise<void>;
  /** Resolves when no run is being worked on any more. */
  readonly stop: () => Promise<void>;
}

/** The channel on which whoever lets a run go on says so. */
export const runChannel = "slipway_run";

/** How long to wait without a wake-up, in real time. */
const lookEveryMs = 250;

/** A run of which nothing was recorded is walked all the same after this time, in real time. */
const walkAnywayAfterMs = 1000;

/** Runs that are worked on at once: enough that a long judgement holds nobody up, few enough to leave connections to others. */
const maxRunsAtOnce = 4;

const tenMinutesMs = 600_000;

/** An engine that is not started yet. */
export function createRunEngine(options: RunEngineOptions): RunEngine {
  const loop = new EngineLoop(options);
  return { start: async () => loop.start(), stop: async () => loop.stop() };
}

class EngineLoop {
  readonly #options: WalkOptions;
  readonly #troubles: RunTroubles;
  readonly #watch: RunWatch;
  readonly #slots = createSlots(maxRunsAtOnce);
  readonly #walking = new Map<RunId, Promise<void>>();
  #stopping = false;
  #wake: (() => void) | undefined;
  #working: Promise<void> | undefined;
  #woken = false;
  #unlisten: readonly (() => void)[] = [];

  constructor(options: RunEngineOptions) {
    const { queries } = options.database;
    this.#options = {
      ...options,
      frozenPackOf: rememberFrozenPacks(queries),
      stepsOf: rememberSteps(queries),
    };
    const { clock, exchanges, onError, giveUpAfterMs = tenMinutesMs } = options;
    this.#troubles = createRunTroubles({ clock, onError, giveUpAfterMs });
    this.#watch = createRunWatch({ exchanges, clock, lookAgainAfterMs: walkAnywayAfterMs });
  }

  async start(): Promise<void> {
    const { database, wakeOn = [] } = this.#options;
    this.#unlisten = await Promise.all(
      [runChannel, ...wakeOn].map(async (channel) =>
        database.notifications.listen(channel, () => {
          this.#wakeUp();
        }),
      ),
    );
    this.#working = this.#work();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const unlisten of this.#unlisten) unlisten();
    this.#wake?.();
    await this.#working;
    await Promise.all(this.#walking.values());
  }

  #wakeUp(): void {
    this.#woken = true;
    this.#wake?.();
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      await this.#workOnce().catch((error: unknown) => {
        this.#troubles.tell("all", error);
      });
      // What was told while it worked may be what it has just missed.
      if (!this.#stopping && !this.#woken) await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Begins to walk what may have moved; no run waits for another's walk to end. */
  async #workOnce(): Promise<void> {
    const runs = await loadActiveRuns(this.#options.database.queries);
    this.#troubles.keep(runs.map(({ id }) => id));
    this.#watch.keep(runs);
    this.#options.stepsOf.keep(runs);
    const free = runs.filter(({ id }) => !this.#walking.has(id) && this.#troubles.isDue(id));
    for (const moved of await this.#watch.takeMoved(free)) {
      const walk = this.#slots.run(async () => this.#workOn(moved));
      const walked = walk.finally(() => this.#walked(moved.id));
      this.#walking.set(moved.id, walked);
    }
  }

  /** What was recorded while it was walked may be what the walk has just missed. */
  #walked(runId: RunId): void {
    this.#walking.delete(runId);
    this.#wakeUp();
  }

  async #workOn(moved: MovedRun): Promise<void> {
    const { locks } = this.#options.database;
    // It may have waited for its turn.
    if (this.#stopping) return;
    try {
      await locks.alone(`run ${moved.id}`, async () => this.#advance(moved));
    } catch (error) {
      this.#troubles.tell(moved.id, error);
    }
  }

  async #advance(moved: MovedRun): Promise<void> {
    const runId = moved.id;
    try {
      await advanceRun(this.#options, moved, (error) => {
        this.#troubles.tell(runId, error);
      });
      this.#troubles.settle(runId);
    } catch (error) {
      this.#troubles.tell(runId, error);
      if (this.#troubles.note(runId, error) === "again") return;
      await giveUpRun({ ...this.#options, runId, reason: publicReason(error) });
      this.#troubles.settle(runId);
    }
  }
}

/** What the report may say: of other errors only that they were ours. */
function publicReason(error: unknown): string {
  return error instanceof UndrivableRunError
    ? error.message
    : "An error of ours kept this run from being judged.";
}
