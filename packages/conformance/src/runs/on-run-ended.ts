import type { Transaction } from "@slipway/database";
import type { RunId } from "@slipway/exchange";

import type { RunConclusion } from "../judge/conclude-run.ts";
import type { RunEnding } from "./run.ts";

/** That a run has ended, and what it says as a whole. */
export interface EndedRun {
  readonly runId: RunId;
  readonly ending: RunEnding;
  readonly conclusion: RunConclusion;
}

/** Told in the transaction in which a run ends, once for each run. */
export type OnRunEnded = (tx: Transaction, ended: EndedRun) => Promise<void>;
