import { spawnSync } from "node:child_process";

/** Every process below one, itself left out: children, their children and so on. */
export function descendantsOf(processId: number | undefined): readonly number[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const rows = stdout.trim().split("\n").map(parseRow);
  const below = (parent: number): readonly number[] =>
    rows
      .filter((row) => row.parent === parent)
      .flatMap((row) => [row.processId, ...below(row.processId)]);
  return processId === undefined ? [] : below(processId);
}

/** Those that still run. */
export function alive(processIds: readonly number[]): readonly number[] {
  return processIds.filter((processId) => {
    const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(processId)], {
      encoding: "utf8",
    });
    return stdout.trim() !== "" && !stdout.startsWith("Z");
  });
}

function parseRow(line: string): { readonly processId: number; readonly parent: number } {
  const [processId = 0, parent = 0] = line.trim().split(/\s+/u).map(Number);
  return { processId, parent };
}
