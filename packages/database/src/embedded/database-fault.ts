import { diskFull, folderClosed } from "./folder.problems.ts";
import { StartingProblem } from "./starting-problem.ts";

/** The problem that what PostgreSQL printed before it gave up amounts to. */
export function databaseFault(folder: string, printed: string): StartingProblem {
  if (/No space left on device|Disk quota exceeded/.test(printed))
    return diskFull(folder, "no space left", printed);
  if (printed.includes("Permission denied")) return folderClosed(folder, printed);
  const last = printed.trim().split("\n").slice(-8).join("\n  ");
  return new StartingProblem({
    code: "STARTING-DATABASE-FAILED",
    message: `Expected the embedded PostgreSQL to start in ${folder}, found that it gave up:\n  ${last}\nMend what it names, or name a PostgreSQL server in DATABASE_URL.`,
    detail: printed,
  });
}
