import { postgresMajorVersion } from "./postgres-binaries.ts";
import { StartingProblem } from "./starting-problem.ts";

/** The data folder was written by a PostgreSQL newer than ours. */
export function clusterTooNew(folder: string, found: number): StartingProblem {
  return new StartingProblem({
    code: "STARTING-DATA-TOO-NEW",
    message: `${mismatch(folder, found)} Start the newer Slipway that wrote it, or name another folder in SLIPWAY_DATA. Nothing was changed.`,
  });
}

/** The data folder was written by a PostgreSQL older than ours, which ours cannot read. */
export function clusterTooOld(folder: string, found: number): StartingProblem {
  return new StartingProblem({
    code: "STARTING-DATA-TOO-OLD",
    message: `${mismatch(folder, found)} Start the older Slipway that wrote it, or name another folder in SLIPWAY_DATA. Nothing was changed.`,
  });
}

function mismatch(folder: string, found: number): string {
  return `Expected data of PostgreSQL ${postgresMajorVersion} in ${folder}, found data of PostgreSQL ${found}.`;
}
