import { spawn, type ChildProcessByStdio } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { databaseFault } from "./database-fault.ts";
import { postgresEnvironment } from "./initialise-cluster.ts";
import type { PostgresAccount } from "./postgres-account.ts";
import { postgresSettings } from "./postgres-settings.ts";
import type { RunFolder } from "./run-folder.ts";

/** The first process of a PostgreSQL server, which accepts connections. */
export interface Postmaster {
  readonly processId: number;
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface PostmasterOptions {
  /** The program. */
  readonly postgres: string;
  readonly folder: string;
  readonly port: number;
  readonly account: PostgresAccount;
  readonly run: RunFolder;
  readonly log: (line: string) => void;
}

type Child = ChildProcessByStdio<null, null, Readable>;

/** Starts the server and waits until it accepts connections. Throws a StartingProblem with its last words if it gives up. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const child = spawnPostmaster(options);
  const ended = new Promise<void>((settle) => {
    child.once("error", () => settle()).once("close", () => settle());
  });
  const printed = collectLines(child, options.log);
  while (!(await saysReady(options.folder, child.pid))) {
    const hasEnded = await Promise.race([ended.then(() => true), sleep(10, false)]);
    if (hasEnded) throw databaseFault(options.folder, printed.join("\n"));
  }
  printed.length = 0;
  return { processId: child.pid ?? 0, ended, stop: () => stopChild(child, ended) };
}

function spawnPostmaster({ postgres, port, account, run }: PostmasterOptions): Child {
  const settings = { ...postgresSettings, unix_socket_directories: run.path, port: String(port) };
  const settingWords = Object.entries(settings).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const [command = postgres, ...args] = [
    ...account.prefix,
    postgres,
    "-D",
    run.dataPath,
    ...settingWords,
  ];
  const child = spawn(command, args, {
    env: postgresEnvironment(run),
    cwd: run.path,
    stdio: ["ignore", "ignore", "pipe"],
    // A session of its own: Ctrl-C in the terminal is for us, who stop PostgreSQL when its last user has finished.
    detached: true,
  });
  child.unref();
  return child;
}

/** Hands every line to `log`, and keeps the last ones for the report of a failure. */
function collectLines(child: Child, log: (line: string) => void): string[] {
  const lines: string[] = [];
  child.once("error", (error) => lines.push(String(error)));
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line);
    if (lines.length > 100) lines.shift();
    log(line);
  });
  return lines;
}

/** The first line of PostgreSQL's lock is the process id, the eighth the state. */
async function saysReady(folder: string, processId: number | undefined): Promise<boolean> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => ""); // Not written yet.
  const lines = text.split("\n");
  return Number(lines[0]) === processId && lines[7]?.trim() === "ready";
}

/** How long PostgreSQL may take to write everything down; what it has not by then, it reads from its journal at the next start. */
const cleanStopMs = 30_000;

async function stopChild(child: Child, ended: Promise<void>): Promise<void> {
  child.ref();
  child.kill("SIGINT");
  const impatience = setTimeout(() => child.kill("SIGQUIT"), cleanStopMs);
  await ended.finally(() => clearTimeout(impatience));
}
