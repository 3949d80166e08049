import type { ReadStream } from "node:tty";

import type { Screen } from "./terminal/screen.ts";

/** What every command is given. */
export interface CommandContext {
  readonly screen: Screen;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: ReadStream;
  readonly stderr: NodeJS.WriteStream;
  /** Aborted, with the signal's name as its reason, when the command shall stop. */
  readonly stopping: AbortSignal;
  /** Says how the process ends; 0 unless called. */
  readonly endWith: (exitCode: number) => void;
}
