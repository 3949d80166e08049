import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { EmbeddedPostgres } from "../start-embedded-postgres.ts";

/** A process of its own that has started PostgreSQL. */
export interface Holder {
  readonly processId: number;
  readonly server: Pick<EmbeddedPostgres, "connection" | "processId">;
  /** Kills the holder, not its PostgreSQL, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  /** Lets it stop PostgreSQL and end. */
  readonly stop: () => Promise<void>;
}

export interface HolderOptions {
  readonly folder: string;
  /** Words before the command, to run it as somebody else. */
  readonly prefix?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

const program = fileURLToPath(new URL("./hold-postgres.ts", import.meta.url));

/** Starts a holder and waits until its PostgreSQL is ready; fails with what it printed if it gives up. */
export async function startHolder(options: HolderOptions): Promise<Holder> {
  const child = spawnHolder(options);
  const exited = once(child, "exit");
  const printed: string[] = [];
  child.stderr?.on("data", (text) => printed.push(String(text)));
  const line = await Promise.race([firstLine(child), exited.then(() => undefined)]);
  if (line === undefined)
    throw new Error(`Expected PostgreSQL to start, found: ${printed.join("")}`);
  return {
    processId: child.pid ?? 0,
    server: JSON.parse(line) as Holder["server"],
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
    stop: async () => {
      child.stdin?.end();
      await exited;
    },
  };
}

function spawnHolder({ folder, prefix = [], env = process.env }: HolderOptions): ChildProcess {
  const words = [...prefix, process.execPath, "--conditions=@slipway/source", program, folder];
  const [command = process.execPath, ...args] = words;
  return spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("Expected the output of the holder, found none");
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return line;
}
