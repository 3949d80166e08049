import type { Database } from "@slipway/database";
import type { Clock, Ids } from "@slipway/foundation";

import type { Framework } from "../framework.ts";
import type { OnRunEnded } from "../runs/on-run-ended.ts";
import type { ExchangeSource } from "../grade/exchange-source.ts";
import type { Performer } from "../performer.ts";

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
