import { readdir, readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartingProblem } from "./starting-problem.ts";

/*
 * What an earlier start may have left, and what is done about it. The caller holds the lock of the folder, so no Slipway
 * that still lives uses it. A process is a PostgreSQL of this data folder if it is called `postgres` and the folder is its
 * working directory, which is true of the postmaster and of all its children.
 *
 *   the postmaster runs (only Slipway died)      stop it cleanly, wait for it
 *   only its children run (the postmaster died)  wait: they notice and end by themselves
 *   none runs, its lock names a dead process     PostgreSQL takes over such a lock itself
 *   none runs, its lock names another process    remove the lock: the number was given to a stranger, PostgreSQL would refuse
 */

const patienceMs = 20_000;

/** Sees that no PostgreSQL of this data folder runs. */
export async function settlePreviousPostmaster(
  folder: string,
  log: (line: string) => void,
): Promise<void> {
  const lockFile = join(folder, "postmaster.pid");
  const lockText = await readFile(lockFile, "utf8").catch(() => undefined); // Missing after a clean stop.
  const postmaster = Number(lockText?.split("\n")[0] ?? Number.NaN);
  const workingDirectory = await realpath(folder);
  const running = await findPostgresIn(workingDirectory);
  if (running.includes(postmaster)) {
    log(`stopping the PostgreSQL that an earlier start left running (process ${postmaster})`);
    process.kill(postmaster, "SIGINT");
  }
  await waitForNoneIn(workingDirectory);
  if (lockText !== undefined && (await isAlive(postmaster))) await rm(lockFile, { force: true });
}

async function waitForNoneIn(workingDirectory: string): Promise<void> {
  const attempts = patienceMs / 20;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const running = await findPostgresIn(workingDirectory);
    if (running.length === 0) return;
    if (attempt === attempts - 1) throw stillRunning(workingDirectory, running);
    await sleep(20);
  }
}

function stillRunning(folder: string, running: readonly number[]): StartingProblem {
  return new StartingProblem({
    code: "STARTING-FOLDER-IN-USE",
    message: `Expected the PostgreSQL of an earlier start to end within ${patienceMs / 1000} s, found its processes ${running.join(", ")} still at work in ${folder}. Wait until they have ended, or end them, and start again.`,
  });
}

async function findPostgresIn(workingDirectory: string): Promise<readonly number[]> {
  const processes = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const matches = await Promise.all(processes.map((id) => isPostgresIn(id, workingDirectory)));
  return processes.filter((_, index) => matches[index]);
}

async function isPostgresIn(id: number, workingDirectory: string): Promise<boolean> {
  try {
    const name = await readFile(`/proc/${id}/comm`, "utf8");
    return name === "postgres\n" && (await readlink(`/proc/${id}/cwd`)) === workingDirectory;
  } catch {
    return false; // It has ended, or belongs to another user, who cannot have opened this private folder.
  }
}

async function isAlive(id: number): Promise<boolean> {
  return (await readFile(`/proc/${id}/stat`, "utf8").catch(() => "")) !== "";
}
