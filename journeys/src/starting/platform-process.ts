import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endingOf, type Ending } from "./launcher-project.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const program = ["--conditions=@slipway/source", "apps/platform/src/main.ts"];

export interface PlatformOptions {
  /** The data folder. */
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Words before the command. */
  readonly prefix?: readonly string[];
}

/** A platform that serves. */
export interface RunningPlatform {
  readonly child: ChildProcess;
  /** Base address of the platform API. */
  readonly address: string;
  /** Asks it to end and waits. */
  readonly stop: () => Promise<Ending>;
}

/** Runs the platform until it ends by itself, as it does when it cannot start; fails if it serves. */
export async function runPlatform(options: PlatformOptions): Promise<Ending> {
  const child = spawnPlatform(options);
  const result = await Promise.race([endingOf(child), readyText(child)]);
  if (typeof result !== "string") return result;
  throw new Error(`Expected the platform not to start, found it serving: ${result}`);
}

/** Starts the platform and waits until it serves; fails with what it printed if it ends instead. */
export async function startPlatform(options: PlatformOptions): Promise<RunningPlatform> {
  const child = spawnPlatform(options);
  const ending = endingOf(child);
  const ready = await Promise.race([readyText(child), ending]);
  const text = typeof ready === "string" ? ready : ready.stderr;
  const address = /Platform API +(\S+)/.exec(text)?.[1];
  if (address === undefined) throw new Error(`Expected the address of the API, found: ${text}`);
  return {
    child,
    address,
    stop: async () => {
      child.kill("SIGTERM");
      return ending;
    },
  };
}

function spawnPlatform({ data, env = {}, prefix = [] }: PlatformOptions): ChildProcess {
  const [command = process.execPath, ...args] = [...prefix, process.execPath, ...program];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const ports = { SLIPWAY_PORT: "0", SLIPWAY_SANDBOX_PORT_A: "0", SLIPWAY_SANDBOX_PORT_B: "0" };
  const child = spawn(command, args, {
    cwd: root,
    env: { ...inherited, ...ports, SLIPWAY_DATA: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // Whether started in a test or in a set-up: it does not outlive the process that runs them.
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.removeListener("exit", kill));
  return child;
}

async function readyText(child: ChildProcess): Promise<string> {
  let text = "";
  while (!text.includes("Admin token")) {
    // A process that ends instead wins the race against this.
    const [part] = (await once(child.stdout ?? child, "data")) as [Buffer];
    text += part.toString();
  }
  return text;
}

/** Every file below a folder: its path, mode and a digest of its bytes. Equal snapshots: nothing has changed. */
export async function snapshot(folder: string): Promise<readonly string[]> {
  const paths = await readdir(folder, { recursive: true });
  return Promise.all(
    paths.toSorted().map(async (path) => {
      const facts = await stat(join(folder, path));
      const bytes = facts.isFile() ? await readFile(join(folder, path)) : "";
      const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
      return `${path} ${facts.mode.toString(8)} ${digest}`;
    }),
  );
}

/** Makes a data folder as a stopped platform leaves it. */
export async function leaveData(data: string): Promise<void> {
  const { exitCode, stderr } = await (await startPlatform({ data })).stop();
  if (exitCode !== 0) throw new Error(`Expected a clean stop, found ${exitCode}: ${stderr}`);
}

/** How a start ends that a fault prevented. */
export function refusal(exitCode: number, code: string, message: string): Ending {
  const stderr = `Slipway did not start. ${message}\nCode: ${code}\n`;
  return { exitCode, signal: null, stdout: "", stderr };
}
