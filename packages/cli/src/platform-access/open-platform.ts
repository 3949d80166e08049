import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import {
  createPlatformClient,
  PlatformUnreachableProblem,
  type PlatformClient,
} from "@slipway/platform-client";

import { FileProblem, FolderBusyProblem, PlatformEndedProblem } from "../command-line.problems.ts";
import {
  dataFolderOf,
  hasChosenPorts,
  onFreePorts,
  platformEnvironment,
  readAddresses,
} from "./platform-environment.ts";
import {
  startPlatformProcess,
  startProblem,
  type PlatformProcess,
  type PlatformStartFault,
} from "./platform-process.ts";

/** Which platform a command works with: one that is named, or that of a data folder. */
export interface PlatformChoice {
  readonly platform?: string;
  readonly tokenFile?: string;
  readonly data?: string;
}

/** A platform to work with. */
export interface OpenPlatform {
  readonly client: PlatformClient;
  /** The data folder on this machine; undefined for a platform that was named by its address. */
  readonly folder: string | undefined;
  /** Ends the platform, if this command started it. */
  readonly close: () => Promise<void>;
}

/** Exit codes by which the platform says why it did not start (`docs/errors.md`). */
const folderInUse = 75;
const portTaken = 71;
const patienceMs = 10_000;
const lookEveryMs = 100;

/** Works with a platform and closes it, whatever happens. A platform of ours that ends meanwhile is named as the cause. */
export async function withPlatform<Result>(
  choice: PlatformChoice,
  env: NodeJS.ProcessEnv,
  work: (platform: OpenPlatform) => Promise<Result>,
): Promise<Result> {
  const { child, ...platform } = await openPlatform(choice, env);
  try {
    return await work(platform);
  } catch (error) {
    if (child === undefined || !(error instanceof PlatformUnreachableProblem)) throw error;
    throw (await endingOf(child, error)) ?? error;
  } finally {
    await platform.close();
  }
}

/** A closed connection is seen before the end of the process that closed it. */
async function endingOf(
  child: PlatformProcess,
  cause: unknown,
): Promise<PlatformEndedProblem | undefined> {
  const ending = await Promise.race([child.ended, sleep(patienceMs, undefined, { ref: false })]);
  return ending === undefined ? undefined : new PlatformEndedProblem(ending, child.said(), cause);
}

type Opened = OpenPlatform & { readonly child?: PlatformProcess };

async function openPlatform(choice: PlatformChoice, env: NodeJS.ProcessEnv): Promise<Opened> {
  const folder = dataFolderOf(choice.data, env);
  if (choice.platform !== undefined) {
    const client = await clientOf(choice.platform.replace(/\/+$/, ""), {
      choice,
      env,
      adminToken: join(folder, "admin-token"),
    });
    return { client, folder: undefined, close: async () => undefined };
  }
  const started = await startOn(folder, env);
  if ("address" in started) {
    const client = await clientOf(started.address, { choice, env, adminToken: started.tokenFile });
    return { client, folder, close: started.stop, child: started };
  }
  if (started.exitCode !== folderInUse) throw startProblem(started);
  const adminToken = join(folder, "admin-token");
  const client = await clientOfServing(folder, { choice, env, adminToken });
  return { client, folder, close: async () => undefined };
}

/** On the ports of last time where they are free, on any free ones where not, unless somebody chose them. */
async function startOn(
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<PlatformProcess | PlatformStartFault> {
  const settings = await platformEnvironment(env, folder);
  const started = await startPlatformProcess(settings);
  const wasTaken = "exitCode" in started && started.exitCode === portTaken;
  return wasTaken && !hasChosenPorts(env) ? startPlatformProcess(onFreePorts(settings)) : started;
}

/** The platform that has the folder: its lock is held, so that what stands in the folder is true once it has started. */
async function clientOfServing(folder: string, source: TokenSource): Promise<PlatformClient> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const address = (await readAddresses(folder))?.platform;
    if (address !== undefined) {
      const client = await clientOf(address, source);
      if (await client.isReady()) return client;
    }
    if (Date.now() > until) throw new FolderBusyProblem(folder);
    await sleep(lookEveryMs);
  }
}

/** From where the token comes: a file that was named, the environment, or the data folder. */
interface TokenSource {
  readonly choice: PlatformChoice;
  readonly env: NodeJS.ProcessEnv;
  readonly adminToken: string;
}

async function clientOf(baseUrl: string, source: TokenSource): Promise<PlatformClient> {
  return createPlatformClient({ baseUrl, token: await readToken(source) });
}

async function readToken({ choice, env, adminToken }: TokenSource): Promise<string> {
  const own = env["SLIPWAY_TOKEN"]?.trim() ?? "";
  if (choice.tokenFile === undefined && own !== "") return own;
  const tokenFile = choice.tokenFile ?? adminToken;
  const token = await readFile(tokenFile, "utf8").catch((error: unknown) => {
    throw new FileProblem(
      `Expected a token in ${tokenFile}, found no file that can be read. Name a file with --token-file, or set SLIPWAY_TOKEN to a token of your own; the start of the platform says where its admin token is.`,
      error,
    );
  });
  return token.trim();
}
