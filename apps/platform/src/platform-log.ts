import { isatty } from "node:tty";

import pino, { type DestinationStream } from "pino";

import { describeError } from "./describe-error.ts";
import { textLines } from "./log-text.ts";
import type { LogFormat, LogLevel } from "./setting-readers.ts";

/** Facts of a line, by name. Never a secret, a body or a header. */
export type LogFacts = Readonly<Record<string, string | number>>;

/** What the platform says of itself, one line for each thing that happened: its time, level, message and facts. */
export interface PlatformLog {
  readonly say: (message: string, facts?: LogFacts) => void;
  /** What is of interest only to whoever looks for something. */
  readonly detail: (message: string, facts: LogFacts) => void;
  /** Something of ours went wrong at `place`; the platform goes on. */
  readonly trouble: (place: string, error: unknown, facts?: LogFacts) => void;
}

export interface PlatformLogOptions {
  readonly level: LogLevel;
  /** Default: text on a terminal, else JSON. */
  readonly format?: LogFormat | undefined;
  /** Default: standard error, since standard output is for people. */
  readonly destination?: DestinationStream;
}

const standardError = 2;

export function openPlatformLog(options: PlatformLogOptions): PlatformLog {
  const { level, destination = pino.destination({ fd: standardError, sync: true }) } = options;
  const format = options.format ?? (isatty(standardError) ? "text" : "json");
  const logger = pino(
    {
      level,
      base: null,
      messageKey: "message",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
    },
    format === "text" ? textLines(destination) : destination,
  );
  return {
    say: (message, facts = {}) => {
      logger.info(facts, message);
    },
    detail: (message, facts) => {
      logger.debug(facts, message);
    },
    trouble: (place, error, facts = {}) => {
      logger.error({ place, ...facts, error }, "trouble");
    },
  };
}
