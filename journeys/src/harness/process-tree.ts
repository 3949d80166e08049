import { readdirSync, readFileSync } from "node:fs";

interface ProcessRow {
  readonly processId: number;
  readonly parent: number;
}

/** Every process below one, itself left out: children, their children and so on. Linux tells it in `/proc`. */
export function descendantsOf(processId: number | undefined): readonly number[] {
  const rows = readdirSync("/proc").flatMap(readRow);
  const below = (parent: number): readonly number[] =>
    rows.flatMap((row) => (row.parent === parent ? [row.processId, ...below(row.processId)] : []));
  return processId === undefined ? [] : below(processId);
}

/** Those that still run. */
export function alive(processIds: readonly number[]): readonly number[] {
  return processIds.filter((processId) => readRow(String(processId)).length > 0);
}

/** A process's row; none when it has ended, or ended and is not collected yet. */
function readRow(name: string): readonly ProcessRow[] {
  if (!/^\d+$/u.test(name)) return [];
  try {
    // After the command's name in brackets, which may hold anything: state, parent, …
    const [state, parent] = readFileSync(`/proc/${name}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
    return state === "Z" ? [] : [{ processId: Number(name), parent: Number(parent) }];
  } catch {
    return []; // It ended while we looked.
  }
}
