import type { Database } from "@slipway/database";
import type { Clock, Ids } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import { gradeRun, packOf } from "../grade/grade-run.ts";
import type { Performer } from "../performer.ts";
import type { Run } from "../runs/run.ts";
import { loadActiveRuns, loadRun, moveRun } from "../runs/run-store.ts";
import { driveRun } from "./drive-run.ts";

export interface RunEngineOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly frameworks: ReadonlyMap<string, Framework>;
  readonly performers: ReadonlyMap<string, Performer>;
  readonly exchanges: ExchangeSource;
  /** Channels on which something is told that may let a run go on, beside `runChannel`. */
  readonly wakeOn?: readonly string[];
  readonly onError: (error: unknown) => void;
}

/** Drives and grades every active run until stopped. Any number of processes may do so: a run is worked on by one at a time. */
export interface RunEngine {
  readonly start: () => Promise<void>;
  /** Resolves when no run is being worked on any more. */
  readonly stop: () => Promise<void>;
}

/** The channel on which whoever lets a run go on says so. */
export const runChannel = "slipway_run";

/** How long to wait without a wake-up while runs are active, in real time. */
const lookEveryMs = 250;

export function createRunEngine(options: RunEngineOptions): RunEngine {
  const loop = new EngineLoop(options);
  return { start: async () => loop.start(), stop: async () => loop.stop() };
}

class EngineLoop {
  readonly #options: RunEngineOptions;
  #stopping = false;
  #wake: (() => void) | undefined;
  #working: Promise<void> | undefined;
  #woken = false;
  #unlisten: readonly (() => void)[] = [];

  constructor(options: RunEngineOptions) {
    this.#options = options;
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
      await workOnce(this.#options).catch(this.#options.onError);
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
}

async function workOnce(options: RunEngineOptions): Promise<void> {
  const runs = await loadActiveRuns(options.database.queries);
  const worked = await Promise.allSettled(runs.map(async (run) => alone(options, run)));
  for (const outcome of worked) if (outcome.status === "rejected") options.onError(outcome.reason);
}

/** The lock belongs to a connection: if its process dies, the run is free at once. */
async function alone(options: RunEngineOptions, run: Run): Promise<void> {
  const client = await options.database.pool.connect();
  try {
    const lock = await client.query<{ taken: boolean }>(
      "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken",
      [run.id],
    );
    if (lock.rows[0]?.taken !== true) return;
    try {
      // It may have ended between the list and the lock.
      await advance(options, await loadRun(options.database.queries, run.id));
    } finally {
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [run.id]);
    }
  } finally {
    client.release();
  }
}

async function advance(options: RunEngineOptions, run: Run): Promise<void> {
  const { database, clock } = options;
  const framework = options.frameworks.get(run.framework);
  if (framework === undefined)
    throw new Error(`Expected framework ${run.framework} of run ${run.id}, found none`);
  if (run.state.kind === "driving") {
    const pack = packOf(framework, run.packVersion);
    const { finished } = await driveRun({ ...options, framework, pack, run });
    if (!finished || !(await moveRun(database.queries, run.id, { kind: "judging" }))) return;
  } else if (run.state.kind !== "judging") return;
  await gradeRun({
    ...options,
    framework,
    run,
    ending: { kind: "finished", at: clock.now(), because: "completed" },
  });
}
