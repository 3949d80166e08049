import type { DestinationStream } from "pino";

import type { ErrorDescription } from "./describe-error.ts";

interface LogLine {
  readonly time: string;
  readonly level: string;
  readonly message: string;
  readonly error?: ErrorDescription;
  readonly [fact: string]: unknown;
}

/** Takes lines of JSON and writes them for people: what happened, its facts, and below it an error with its frames. */
export function textLines(destination: DestinationStream): DestinationStream {
  return {
    write: (line) => {
      // Written by our own logger.
      destination.write(textOf(JSON.parse(line) as LogLine));
    },
  };
}

function textOf({ time, level, message, error, ...facts }: LogLine): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}=${oneLine(value)}`);
  const head = [time.slice(11, 23), level.padEnd(5), message, ...told].join(" ");
  return `${[head, ...(error === undefined ? [] : errorLines(error))].join("\n")}\n`;
}

function oneLine(value: unknown): string {
  const text = String(value);
  return /^[\w.:/-]+$/u.test(text) ? text : JSON.stringify(text);
}

function errorLines({ name, message, code, frames, causes = [] }: ErrorDescription): string[] {
  const what = `  ${name}: ${oneLine(message)}${code === undefined ? "" : ` (${code})`}`;
  return [what, ...frames.map((frame) => `    ${frame}`), ...causes.flatMap(errorLines)];
}
