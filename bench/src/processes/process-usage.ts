import { readdir, readFile } from "node:fs/promises";

/** Processor time and memory of processes, from what Linux tells about them. */
const ticksPerSecond = 100; // Of every Linux that Node runs on.

/** Processor time used so far by a process and those of its children that have ended, in microseconds. */
export async function processorUs(processId: number): Promise<number> {
  const stat = await readFile(`/proc/${processId}/stat`, "utf8").catch(() => "");
  // The name, in parentheses, may hold anything.
  const words = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = (process.env["SYS"] ? [12, 14] : [11, 12, 13, 14]).map((index) =>
    Number(words[index] ?? 0),
  );
  return (ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond) * 1e6;
}

/** The same for a process and its living children together. */
export async function familyProcessorUs(processId: number): Promise<number> {
  const family = [processId, ...(await childrenOf(processId))];
  const each = await Promise.all(family.map(processorUs));
  return each.reduce((sum, one) => sum + one, 0);
}

/** Memory of a process in megabytes, shared pages counted by their share. */
export async function proportionalMemoryMb(processId: number): Promise<number> {
  const rollup = await readFile(`/proc/${processId}/smaps_rollup`, "utf8").catch(() => "");
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(rollup)?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** The same for a process and its living children together. */
export async function familyMemoryMb(processId: number): Promise<number> {
  const family = [processId, ...(await childrenOf(processId))];
  const each = await Promise.all(family.map(proportionalMemoryMb));
  return each.reduce((sum, one) => sum + one, 0);
}

async function childrenOf(processId: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${processId}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${processId}/task/${thread}/children`, "utf8").catch(() => ""),
    ),
  );
  return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}
