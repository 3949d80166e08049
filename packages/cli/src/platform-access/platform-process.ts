import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { memoryEnvironment, memoryFlags } from "@slipway/foundation";

import { PlatformNotStartedProblem } from "../command-line.problems.ts";
import { exitCodes } from "../exit-codes.ts";

/** A platform that this command started as its child. */
export interface PlatformProcess {
  readonly address: string;
  readonly tokenFile: string;
  /** Resolves, when the process has ended, to how. */
  readonly ended: Promise<string>;
  readonly hasEnded: () => boolean;
  /** The last that it printed. */
  readonly said: () => string;
  /** Asks it to stop and resolves when it is gone, with its database. */
  readonly stop: () => Promise<void>;
}

/** How the start of a platform went wrong; its exit code tells the fault (`docs/errors.md`). */
export interface PlatformStartFault {
  readonly exitCode: number;
  readonly said: string;
}

/** What a platform tells its parent once it answers. */
interface ReadyMessage {
  readonly addresses: { readonly platform: string };
  readonly adminTokenFile: string;
}

const keptCharacters = 8000;
/** The platform's own exit code for a configuration that cannot be read. */
const configurationExitCode = 78;

/** Starts the platform through its binary; resolves when it answers, or to the fault that kept it from starting. */
export async function startPlatformProcess(
  env: NodeJS.ProcessEnv,
): Promise<PlatformProcess | PlatformStartFault> {
  const child = spawnPlatform(env, ["ignore", "ignore", "pipe", "ipc"]);
  const said = keepTail(child);
  const ended = endingOf(child);
  const first = await Promise.race([readyMessageOf(child), ended]);
  if (typeof first === "string") return { exitCode: child.exitCode ?? -1, said: said() };
  return {
    address: first.addresses.platform,
    tokenFile: first.adminTokenFile,
    ended,
    hasEnded: () => hasEnded(child),
    said,
    stop: async () => {
      if (!hasEnded(child)) child.kill("SIGTERM");
      await ended;
    },
  };
}

/**
 * The platform as a child of its own session: a Ctrl-C in the terminal reaches this command alone, which cancels its run before
 * it ends the platform. Should this command die, the platform sees its channel closed and ends by itself.
 */
export function spawnPlatform(
  env: NodeJS.ProcessEnv,
  stdio: ["ignore", ...("ignore" | "inherit" | "pipe" | "ipc")[]],
  words: readonly string[] = [],
): ChildProcess {
  const main = fileURLToPath(import.meta.resolve("@slipway/platform"));
  // Inside the repository packages lead to their sources by a condition; the child needs the same.
  const conditions = process.execArgv.filter((argument) => argument.startsWith("--conditions="));
  const flags = [...conditions, ...memoryFlags];
  return spawn(process.execPath, [...flags, main, ...words], {
    env: { ...memoryEnvironment, ...env },
    stdio,
    detached: true,
  });
}

/** The problem behind a fault of starting. */
export function startProblem({ exitCode, said }: PlatformStartFault): PlatformNotStartedProblem {
  const isUsage = exitCode === configurationExitCode;
  return new PlatformNotStartedProblem(isUsage ? exitCodes.usage : exitCodes.notJudged, said);
}

async function readyMessageOf(child: ChildProcess): Promise<ReadyMessage> {
  const [message] = (await once(child, "message")) as [ReadyMessage];
  return message;
}

async function endingOf(child: ChildProcess): Promise<string> {
  const [exitCode, signal] = (await once(child, "close")) as [number | null, string | null];
  return signal === null ? `exit code ${exitCode}` : `signal ${signal}`;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function keepTail({ stderr }: ChildProcess): () => string {
  let tail = "";
  stderr?.setEncoding("utf8").on("data", (text: string) => {
    tail = (tail + text).slice(-keptCharacters);
  });
  return () => tail;
}
