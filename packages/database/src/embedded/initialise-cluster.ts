import { spawn } from "node:child_process";
import { chmod, chown, mkdir, readFile, rename, rm, stat, symlink, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { clusterTooNew, clusterTooOld } from "./cluster.problems.ts";
import { databaseFault } from "./database-fault.ts";
import type { PostgresAccount } from "./postgres-account.ts";
import { postgresMajorVersion } from "./postgres-binaries.ts";
import type { RunFolder } from "./run-folder.ts";

export interface ClusterOptions {
  readonly folder: string;
  readonly initdb: string;
  readonly account: PostgresAccount;
  readonly run: RunFolder;
}

/** The superuser and the database of an embedded server. */
export const embeddedUser = "slipway";
export const embeddedDatabase = "postgres";

/**
 * Sees that `folder` holds a database of our PostgreSQL release, and makes one if there is none. A half-made one cannot
 * come to be: it is made under another name and renamed when it is complete.
 */
export async function initialiseCluster(options: ClusterOptions): Promise<void> {
  const version = await readFile(join(options.folder, "PG_VERSION"), "utf8").catch(() => undefined); // None yet.
  if (version !== undefined) {
    checkVersion(options.folder, Number(version));
    return;
  }
  const unfinished = `${options.folder}.new`;
  try {
    await makeEmptyFolder(unfinished, options.account);
    await pointTo(unfinished, options.run);
    await runInitdb(options);
    await rename(unfinished, options.folder);
    await pointTo(options.folder, options.run);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function checkVersion(folder: string, found: number): void {
  if (found > postgresMajorVersion) throw clusterTooNew(folder, found);
  if (found < postgresMajorVersion) throw clusterTooOld(folder, found);
}

async function makeEmptyFolder(path: string, account: PostgresAccount): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { mode: 0o700 });
  if (account.ownerId === process.getuid?.()) return;
  await chown(path, account.ownerId, account.groupId);
  // Through our own folder the other account must get; what is in it stays closed to it.
  const { mode } = await stat(dirname(path));
  await chmod(dirname(path), (mode & 0o777) | 0o011);
}

async function pointTo(target: string, run: RunFolder): Promise<void> {
  await unlink(run.dataPath);
  await symlink(target, run.dataPath);
}

const initdbOptions = [
  `--username=${embeddedUser}`,
  "--auth=trust", // The socket is in a folder that only this user can enter.
  "--encoding=UTF8",
  // PostgreSQL's own rules for text: the same order on every machine, whatever its libraries.
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
];

async function runInitdb({ initdb, account, run, folder }: ClusterOptions): Promise<void> {
  const [command = initdb, ...args] = [
    ...account.prefix,
    initdb,
    `--pgdata=${run.dataPath}`,
    ...initdbOptions,
  ];
  const child = spawn(command, args, {
    env: postgresEnvironment(run),
    stdio: ["ignore", "ignore", "pipe"],
    cwd: run.path,
  });
  const lines: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => lines.push(text));
  const status = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  if (status !== 0) throw databaseFault(folder, lines.join(""));
}

/** What the programs of PostgreSQL see of our environment: nothing that could change what they do. */
export function postgresEnvironment(run: RunFolder): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
    LD_LIBRARY_PATH: run.librariesPath,
  };
}
