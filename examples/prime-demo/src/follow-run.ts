import { setTimeout as sleep } from "node:timers/promises";

import type { PlatformClient, RunProgress } from "@slipway/platform-client";

const lookEveryMs = 300;

/** Follows a run to its end, printing a line whenever it moved on. */
export async function followRun(
  client: PlatformClient,
  runId: string,
  print: (line: string) => void,
): Promise<RunProgress> {
  let last = "";
  for (;;) {
    const progress = await client.loadRun(runId);
    const line = describe(progress);
    if (line !== last) print(line);
    last = line;
    if (progress.state === "finished" || progress.state === "cancelled") return progress;
    await sleep(lookEveryMs);
  }
}

function describe({ state, steps, waitingFor }: RunProgress): string {
  const partner = waitingFor.find((one) => one.for === "partner");
  const waiting = partner === undefined ? "" : `; waiting for the partner to ${partner.toDo}`;
  return `  ${state.padEnd(9)} ${String(steps.done).padStart(3)} steps done${waiting}`;
}
