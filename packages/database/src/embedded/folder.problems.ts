import { StartingProblem } from "./starting-problem.ts";

const anotherFolder = "name another folder in SLIPWAY_DATA";

/** The user who starts may not write where the data is to be. */
function folderNotWritable(path: string, cause: unknown): StartingProblem {
  return new StartingProblem({
    code: "STARTING-FOLDER-NOT-WRITABLE",
    message: `Expected a folder that this user may write for the data, found that ${path} cannot be written (${reasonOf(cause)}). Change its permissions, or ${anotherFolder}.`,
    cause,
  });
}

/** What was written before by one user cannot be used by another. */
export function folderOfAnotherUser(path: string, owner: number, user: number): StartingProblem {
  return new StartingProblem({
    code: "STARTING-FOLDER-OF-ANOTHER-USER",
    message: `Expected the data in ${path} to belong to the user who starts Slipway (user id ${user}), found that it belongs to user id ${owner}. Start as that user, change the owner, or ${anotherFolder}.`,
  });
}

/** PostgreSQL never runs with the rights of root, and so may meet a closed folder that root itself does not notice. */
export function folderClosed(path: string, cause: unknown): StartingProblem {
  return new StartingProblem({
    code: "STARTING-FOLDER-OF-ANOTHER-USER",
    message: `Expected that PostgreSQL may use ${path}, found permission denied: a folder on the way belongs to another user. Start as that user, change the owner, or ${anotherFolder}.`,
    cause,
  });
}

/** No room for the data. `found` says what was seen: the free space, or the message of the system. */
export function diskFull(path: string, found: string, cause?: unknown): StartingProblem {
  return new StartingProblem({
    code: "STARTING-DISK-FULL",
    message: `Expected room for the data on the disk of ${path}, found ${found}. Free some space, or ${anotherFolder} on another disk.`,
    cause,
  });
}

/** Another process that still runs holds the lock. */
export function folderInUse(path: string, owner: string | undefined): StartingProblem {
  const who =
    owner === undefined
      ? "another Slipway that is starting"
      : `a running Slipway (process ${owner})`;
  return new StartingProblem({
    code: "STARTING-FOLDER-IN-USE",
    message: `Expected the data folder ${path} to be free, found it in use by ${who}. Use that one, stop it, or ${anotherFolder}.`,
  });
}

/** The problem that names what a system call on `path` met, or the error itself if it is none of the folder's faults. */
export function folderFault(path: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === "ENOSPC" || code === "EDQUOT") return diskFull(path, "no space left", error);
  const isAccess = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENAMETOOLONG"].includes(code);
  return isAccess ? folderNotWritable(path, error) : error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOTDIR: "a part of the path is a file",
  EEXIST: "it is a file",
  ENAMETOOLONG: "the path is too long for the system",
};

function reasonOf(cause: unknown): string {
  return reasons[codeOf(cause)] ?? String(cause);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
