import pino, { type DestinationStream } from "pino";

import type { LogLevel } from "./configuration-keys.ts";
import { describeError } from "./describe-error.ts";

/** What the platform says of itself, as lines of JSON. */
export interface PlatformLog {
  readonly say: (message: string, facts?: Readonly<Record<string, string | number>>) => void;
  /** Something of ours went wrong at `place`; the platform goes on. */
  readonly trouble: (place: string, error: unknown) => void;
}

/** Opens the log, on standard error unless told otherwise: standard output is for people. */
export function openPlatformLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): PlatformLog {
  const logger = pino({ level, base: null, serializers: { error: describeError } }, destination);
  return {
    say: (message, facts = {}) => {
      logger.info(facts, message);
    },
    trouble: (place, error) => {
      logger.error({ place, error }, "trouble");
    },
  };
}
