import { resolve } from "node:path";

import { BackupFileProblem } from "@slipway/database";

import type { Configuration } from "../configuration.ts";
import type { PlatformLog } from "../platform-log.ts";
import { makeBackup } from "./make-backup.ts";
import { restore } from "./restore.ts";

/** Something that this program does instead of serving; resolves to the exit code. */
export type Command = (configuration: Configuration, log: PlatformLog) => Promise<number>;

/**
 * What the words behind the program's name ask for: `backup <file> [--with-keys]` or `restore <file>`; undefined without any, which
 * is to serve.
 */
export function parseCommand(words: readonly string[]): Command | undefined {
  const [name, file, ...more] = words;
  if (name === undefined) return undefined;
  const withKeys = more.includes("--with-keys");
  const isKnown = more.length === (withKeys ? 1 : 0) && file !== undefined;
  if (isKnown && name === "backup")
    return async (configuration, log) =>
      makeBackup({ configuration, log, file: resolve(file), withKeys });
  if (isKnown && !withKeys && name === "restore")
    return async (configuration, log) => restore({ configuration, log, file: resolve(file) });
  throw new BackupFileProblem(file ?? "", {
    expected: "no words, `backup <file> [--with-keys]` or `restore <file>` and a file",
    found: JSON.stringify(words),
  });
}
