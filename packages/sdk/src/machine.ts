import { setTimeout as wait } from "node:timers/promises";

/** Time, chance and network: what the sdk takes from its machine. A test gives its own. */
export interface Machine {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Rejects when the signal aborts. */
  readonly sleep: (delayMs: number, signal: AbortSignal | undefined) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** A signal that aborts after this time. */
  readonly timeout: (delayMs: number) => AbortSignal;
}

/** The machine that the process runs on, with the parts that the caller brings. */
export function machineWith(parts: Partial<Machine> = {}): Machine {
  return {
    fetch: globalThis.fetch,
    now: Date.now,
    sleep: async (delayMs, signal) => wait(delayMs, undefined, { signal }),
    random: Math.random,
    timeout: (delayMs) => AbortSignal.timeout(delayMs),
    ...parts,
  };
}
