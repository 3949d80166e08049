import { createHash } from "node:crypto";
import { chown, lstat, mkdir, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { PostgresAccount } from "./postgres-account.ts";
import { StartingProblem } from "./starting-problem.ts";

/**
 * A short, private folder outside the data, made anew at each start: the socket (its path may have 107 bytes at most), a
 * link to the data (PostgreSQL cuts paths at 1,023 bytes) and the library links. Its name follows from the data folder.
 */
export interface RunFolder {
  readonly path: string;
  readonly librariesPath: string;
  /** The short way to the data folder. */
  readonly dataPath: string;
  readonly remove: () => Promise<void>;
}

export interface RunFolderOptions {
  /** The data folder of PostgreSQL; need not exist yet. */
  readonly folder: string;
  readonly port: number;
  readonly account: PostgresAccount;
  readonly libraryLinks: ReadonlyMap<string, string>;
}

const maxSocketPathBytes = 107;

/** Makes the folder. What is found in it from an earlier start is removed: call it only when no PostgreSQL of this data runs. */
export async function makeRunFolder(options: RunFolderOptions): Promise<RunFolder> {
  const path = await makePrivateFolder(await runFolderName(options.folder), options);
  const librariesPath = join(path, "lib");
  const dataPath = join(path, "data");
  await mkdir(librariesPath, { mode: 0o755 });
  await Promise.all(
    [...options.libraryLinks].map(([name, target]) => symlink(target, join(librariesPath, name))),
  );
  await symlink(options.folder, dataPath);
  return {
    path,
    librariesPath,
    dataPath,
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

async function runFolderName(folder: string): Promise<string> {
  const canonical = join(await realpath(dirname(folder)), basename(folder));
  const digest = createHash("sha256").update(canonical).digest("hex").slice(0, 16);
  return `slipway-${userId()}-${digest}`;
}

async function makePrivateFolder(name: string, options: RunFolderOptions): Promise<string> {
  for (const parent of new Set([
    tmpdir(),
    "/tmp",
    process.env["XDG_RUNTIME_DIR"] ?? "/var/tmp",
    "/var/tmp",
  ])) {
    const path = join(parent, name);
    const socketPathBytes = Buffer.byteLength(join(path, `.s.PGSQL.${options.port}`));
    if (socketPathBytes <= maxSocketPathBytes && (await tryPrivateFolder(path, options.account)))
      return path;
  }
  throw new StartingProblem({
    code: "STARTING-DATABASE-FAILED",
    message: `Expected a place for the socket of PostgreSQL in the folder for temporary files, found none that is short enough, writable and not taken by another user (tried ${tmpdir()}, /tmp, XDG_RUNTIME_DIR and /var/tmp). Set TMPDIR to a short path that this user may write.`,
  });
}

/** False if the place cannot be written, or something there belongs to another user (who could answer in our stead). */
async function tryPrivateFolder(path: string, account: PostgresAccount): Promise<boolean> {
  try {
    const found = await lstat(path).catch(() => undefined); // Missing, which is the usual case.
    if (found !== undefined && found.uid !== userId() && found.uid !== account.ownerId)
      return false;
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { mode: 0o700 });
    if (account.ownerId !== userId()) await chown(path, account.ownerId, account.groupId);
    return true;
  } catch {
    return false; // Whatever the reason, the next place may do; the caller says so if none does.
  }
}

function userId(): number {
  return process.getuid?.() ?? 0;
}
