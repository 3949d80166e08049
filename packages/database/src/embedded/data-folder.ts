import { mkdir, readFile, realpath, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { diskFull, folderFault, folderInUse } from "./folder.problems.ts";
import { takeKernelLock, type KernelLock } from "./kernel-lock.ts";

/** The folder in which an installation keeps everything that outlives a start, locked for this process. */
export interface DataFolder {
  /** Absolute, without links. */
  readonly path: string;
  /** Lets another process have the folder. The operating system does the same when this process ends, however it ends. */
  readonly release: () => Promise<void>;
}

const megabyte = 1_048_576;
/** A new database takes about 60 MB, an existing one needs room for its journal. */
const roomForNewBytes = 160 * megabyte;
const roomForExistingBytes = 32 * megabyte;

/**
 * Opens the data folder at `path`: creates it (mode 0700) if missing, sees that it can be written and that the disk has
 * room, and takes its lock. Throws a StartingProblem, and leaves the folder as it was, if one of these cannot be had.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const wanted = resolve(path);
  try {
    return await takeFolder(wanted);
  } catch (error) {
    throw folderFault(wanted, error);
  }
}

async function takeFolder(wanted: string): Promise<DataFolder> {
  await checkRoom(wanted);
  await mkdir(wanted, { recursive: true, mode: 0o700 });
  const folder = await realpath(wanted);
  const ownerFile = join(folder, "lock.owner");
  const lock = takeKernelLock(join(folder, "lock"));
  if (lock === undefined) throw folderInUse(wanted, await readOwner(ownerFile));
  await signFolder(ownerFile, lock);
  return {
    path: folder,
    release: async () => {
      await rm(ownerFile, { force: true });
      lock.release();
    },
  };
}

async function checkRoom(wanted: string): Promise<void> {
  const isNew = !(await exists(join(wanted, "postgres")));
  const neededBytes = isNew ? roomForNewBytes : roomForExistingBytes;
  const { bavail, bsize } = await statfs(await nearestExisting(wanted));
  const freeBytes = bavail * bsize;
  if (freeBytes >= neededBytes) return;
  throw diskFull(
    wanted,
    `${Math.floor(freeBytes / megabyte)} MB free where ${neededBytes / megabyte} MB are needed`,
  );
}

async function nearestExisting(path: string): Promise<string> {
  return (await exists(path)) || path === dirname(path) ? path : nearestExisting(dirname(path));
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false; // Missing or not to be seen: either way the next step, which writes, says what is wrong.
  }
}

async function readOwner(ownerFile: string): Promise<string | undefined> {
  const owner = await readFile(ownerFile, "utf8").catch(() => ""); // Not written yet, or just removed.
  return /^\d+$/.exec(owner.trim())?.[0];
}

/** Says who holds the lock, for people; also the first real write, which finds a full disk. */
async function signFolder(ownerFile: string, lock: KernelLock): Promise<void> {
  try {
    await writeFile(ownerFile, `${process.pid}\n`, { mode: 0o600 });
  } catch (error) {
    lock.release();
    throw error;
  }
}
