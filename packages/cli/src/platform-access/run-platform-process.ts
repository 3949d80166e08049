import { once } from "node:events";

import { spawnPlatform } from "./platform-process.ts";

/**
 * Runs the platform's program in this terminal until it ends, and asks it to end when the command shall stop. Resolves to its exit
 * code; undefined when a signal ended it.
 */
export async function runPlatformProcess(
  env: NodeJS.ProcessEnv,
  words: readonly string[],
  stopping: AbortSignal,
): Promise<number | undefined> {
  const child = spawnPlatform(env, ["ignore", "inherit", "inherit", "ipc"], words);
  const stop = (): void => {
    child.kill("SIGTERM");
  };
  stopping.addEventListener("abort", stop, { once: true });
  if (stopping.aborted) stop();
  const [exitCode] = (await once(child, "close")) as [number | null];
  stopping.removeEventListener("abort", stop);
  return exitCode ?? undefined;
}
