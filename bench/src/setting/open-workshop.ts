import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for temporary files, and what has to be ended before it is removed. */
export interface Workshop {
  readonly folder: string;
  /** In the order in which it was started. */
  readonly opened: (() => Promise<void>)[];
  /** Ends what was opened, the last first, and removes the folder. */
  readonly stop: () => Promise<void>;
}

/** Whoever interrupts the bench leaves no process and no folder behind either. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), "slipway-bench-"));
  const opened: (() => Promise<void>)[] = [
    async () => rm(folder, { recursive: true, force: true }),
  ];
  const stop = async (): Promise<void> => {
    for (const end of opened.splice(0).toReversed()) await end();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  return { folder, opened, stop };
}
