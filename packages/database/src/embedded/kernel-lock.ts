import { createHash } from "node:crypto";
import { accessSync, constants, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** A lock that the operating system holds for this process, and drops when the process ends, however it ends. */
export interface KernelLock {
  readonly release: () => void;
}

const sqliteBusy = 5;
/** SQLite takes no path over 512 bytes. */
const maxPathBytes = 500;

/**
 * Takes the lock of the file at `path`, which is created empty if missing and stays empty; undefined if another process
 * (or this one) holds it. Throws the error of the system if the file cannot be written.
 *
 * A file with a process id in it cannot do this: whoever takes over a stale one races with whoever else does, process ids
 * return after a restart, and in a container they mean nothing to the neighbour. Node offers no file locks of its own, but
 * its SQLite takes one (`fcntl`) for an exclusive transaction. Nothing is ever written in it. The file must not be removed:
 * a second process could then lock the removed one.
 */
export function takeKernelLock(path: string): KernelLock | undefined {
  checkWritable(path);
  const database = new DatabaseSync(shortPathOf(path));
  try {
    database.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    database.close();
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) {
      return undefined;
    }
    throw error;
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

// A file that may be read but not written would be locked for reading only, by any number of processes. It must not be
// opened to find out: closing it would drop the lock, should this process hold it.
function checkWritable(path: string): void {
  accessSync(dirname(path), constants.W_OK | constants.X_OK);
  if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
}

function shortPathOf(path: string): string {
  if (Buffer.byteLength(path) <= maxPathBytes) return path;
  const digest = createHash("sha256").update(path).digest("hex").slice(0, 32);
  return join(tmpdir(), `slipway-${process.getuid?.() ?? 0}-${digest}.lock`);
}
