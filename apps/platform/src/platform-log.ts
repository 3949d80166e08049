import pino from "pino";

import type { LogLevel } from "./configuration-keys.ts";

/** What the platform says of itself: JSON lines on standard error. Standard output is for people. */
export interface PlatformLog {
  readonly say: (message: string, facts?: Readonly<Record<string, string | number>>) => void;
  /** Something of ours went wrong at `place`; the platform goes on. */
  readonly trouble: (place: string, error: unknown) => void;
}

export function openPlatformLog(level: LogLevel): PlatformLog {
  const logger = pino(
    {
      level,
      base: null,
      serializers: { error: describeError },
    },
    pino.destination({ fd: 2, sync: true }),
  );
  return {
    say: (message, facts = {}) => {
      logger.info(facts, message);
    },
    trouble: (place, error) => {
      logger.error({ place, error }, "trouble");
    },
  };
}

/** Never the whole error: what a library hangs on it (queries with their values, requests) may hold secrets. */
function describeError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? { code: String(error.code) } : {};
  return { name: error.name, message: error.message, ...code, stack: error.stack ?? "" };
}
