import { setTimeout as pause } from "node:timers/promises";

import type { Clock } from "@slipway/foundation";

export interface KeepTryingOptions {
  readonly clock: Pick<Clock, "monotonicMs">;
  readonly forMs: number;
  readonly everyMs: number;
}

/**
 * Repeats work on the database while the database is away: restarting, out of connections, not reachable. Any other failure,
 * and the last one when the time is up, is thrown.
 */
export async function keepTrying<Result>(
  work: () => Promise<Result>,
  { clock, forMs, everyMs }: KeepTryingOptions,
): Promise<Result> {
  const begunMs = clock.monotonicMs();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || clock.monotonicMs() - begunMs >= forMs) throw error;
    }
    await pause(everyMs);
  }
}

// Classes of SQLSTATE: 08 connection, 53 insufficient resources, 57P operator intervention (shutdown, crash, starting up).
const awayCodes = /^(08|53|57P)/;
const socketCodes = /^E[A-Z]+$/;

function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  // The driver says so without a code when a connection breaks under a query.
  if (code === undefined) return /connection terminated|not queryable/i.test(error.message);
  return awayCodes.test(code) || socketCodes.test(code);
}
