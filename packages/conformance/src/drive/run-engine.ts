import type { Database } from "@slipway/database";
import type { RunId } from "@slipway/exchange";
import type { Clock, Ids } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import { endRun } from "../grade/end-run.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import { giveUpRun } from "../grade/give-up-run.ts";
import type { Performer } from "../performer.ts";
import { loadFrozenPack } from "../runs/frozen-pack.ts";
import { beginJudging, loadActiveRunIds, loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { driveRun } from "./drive-run.ts";
import { createRunTroubles, type RunTroubles } from "./run-troubles.ts";
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

/** Runs that are worked on at once: enough that a long judgement holds nobody up, few enough to leave connections to others. */
const maxRunsAtOnce = 4;

const tenMinutesMs = 600_000;

/** An engine that is not started yet. */
export function createRunEngine(options: RunEngineOptions): RunEngine {
  const loop = new EngineLoop(options);
  return { start: async () => loop.start(), stop: async () => loop.stop() };
}

class EngineLoop {
  readonly #options: RunEngineOptions;
  readonly #troubles: RunTroubles;
  #stopping = false;
  #wake: (() => void) | undefined;
  #working: Promise<void> | undefined;
  #woken = false;
  #unlisten: readonly (() => void)[] = [];

  constructor(options: RunEngineOptions) {
    this.#options = options;
    const { clock, onError, giveUpAfterMs = tenMinutesMs } = options;
    this.#troubles = createRunTroubles({ clock, onError, giveUpAfterMs });
  }

  async start(): Promise<void> {
    const { database, wakeOn = [] } = this.#options;
    this.#unlisten = await Promise.all(
      [runChannel, ...wakeOn].map(async (channel) =>
        database.notifications.listen(channel, () => {
          this.#woken = true;
          this.#wake?.();
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

  async #workOnce(): Promise<void> {
    const { database } = this.#options;
    const runIds = await loadActiveRunIds(database.queries);
    this.#troubles.keep(runIds);
    const slots = createSlots(maxRunsAtOnce);
    await Promise.all(
      runIds
        .filter((runId) => this.#troubles.isDue(runId))
        .map(async (runId) => slots.run(async () => this.#workOn(runId))),
    );
  }

  async #workOn(runId: RunId): Promise<void> {
    const { locks } = this.#options.database;
    try {
      await locks.alone(`run ${runId}`, async () => this.#advance(runId));
    } catch (error) {
      this.#troubles.tell(runId, error);
    }
  }

  async #advance(runId: RunId): Promise<void> {
    try {
      await advanceRun(this.#options, runId, (error) => {
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

/** Takes a run as far as it goes now. */
async function advanceRun(
  options: RunEngineOptions,
  runId: RunId,
  onTrouble: (error: unknown) => void,
): Promise<void> {
  const { database, clock } = options;
  // It may have gone on between the list and the lock.
  const run = await loadRun(database.queries, runId);
  if (run.state.kind === "finished" || run.state.kind === "cancelled") return;
  const framework = frameworkOf(options, run);
  const as = run.state.kind === "judging" ? run.state.as : "finished";
  if (run.state.kind === "driving") {
    // The pack as the run was started with it, whatever the code has under its version by now.
    const { pack } = await loadFrozenPack(database.queries, {
      id: run.packId,
      version: run.packVersion,
    });
    const { finished } = await driveRun({ ...options, framework, pack, run, onTrouble });
    if (!finished || !(await beginJudging(database.queries, run.id, as))) return;
  }
  const at = clock.now();
  const ending =
    as === "cancelled"
      ? ({ kind: as, at } as const)
      : ({ kind: as, at, because: "completed" } as const);
  await endRun({ ...options, framework, run, ending });
}

function frameworkOf({ frameworks }: RunEngineOptions, run: Run): Framework {
  const framework = frameworks.get(run.framework);
  if (framework !== undefined) return framework;
  throw new UndrivableRunError(
    `Expected framework ${run.framework}, found that this version has ${[...frameworks.keys()].join(", ") || "none"}.`,
  );
}

/** What the report may say: of other errors only that they were ours. */
function publicReason(error: unknown): string {
  return error instanceof UndrivableRunError
    ? error.message
    : "An error of ours kept this run from being judged.";
}
