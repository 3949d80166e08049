import { styleText } from "node:util";
import type { WriteStream } from "node:tty";

/** Where a text goes: `result` is what was asked for (standard output), `notes` is everything else (standard error). */
export type Side = "result" | "notes";

export type Paint = "bold" | "dim" | "green" | "red" | "yellow" | "cyan";

/** What the command shows. Without a terminal it keeps quiet about progress; colours follow NO_COLOR and FORCE_COLOR. */
export interface Screen {
  /** Whether a person watches: standard error is a terminal that can rewrite a line. */
  readonly isLive: boolean;
  /** Prints what was asked for. */
  readonly print: (text: string) => void;
  /** Says something that has to be known, terminal or not. */
  readonly say: (line: string) => void;
  /** Says something only to a person who watches. */
  readonly tell: (line: string) => void;
  /** Replaces the line of progress at the bottom of a terminal; an empty text removes it. */
  readonly progress: (line: string) => void;
  readonly paint: (side: Side, paint: Paint, text: string) => string;
}

/** The two streams on which a command shows something. */
export interface ScreenStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
}

const wipeLine = "\r\u001B[2K";

export function createScreen({ stdout, stderr, env }: ScreenStreams): Screen {
  const isLive = stderr.isTTY && env["TERM"] !== "dumb";
  let shown = "";
  const show = (line: string): void => {
    if (!isLive || line === shown) return;
    shown = line;
    stderr.write(`${wipeLine}${cut(line, stderr)}`);
  };
  const say = (line: string): void => {
    const kept = shown;
    show("");
    stderr.write(`${line}\n`);
    show(kept);
  };
  return {
    isLive,
    print: (text) => {
      show("");
      stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    },
    say,
    tell: (line) => {
      if (isLive) say(line);
    },
    progress: show,
    paint: (side, paint, text) =>
      styleText(paint, text, { stream: side === "result" ? stdout : stderr }),
  };
}

// A line that wraps could not be wiped.
function cut(line: string, { columns = 80 }: Partial<WriteStream>): string {
  return line.length < columns ? line : `${line.slice(0, Math.max(columns - 2, 0))}…`;
}
