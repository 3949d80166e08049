import { isPassingTrouble } from "@slipway/database";

import { RunMovedOnError } from "./run-moved-on-error.ts";

/** The database is away for a moment, or the run has ended: neither says anything about the step. */
export function isForLater(error: unknown): boolean {
  return error instanceof RunMovedOnError || isPassingTrouble(error);
}
