import { setTimeout as sleep } from "node:timers/promises";

import type { PlatformClient, RunProgress, WaitingStep } from "@slipway/platform-client";

import type { CommandContext } from "../../command-context.ts";
import { tellWhoIsAwaited } from "./tell-who-is-awaited.ts";

export interface FollowOptions {
  readonly client: PlatformClient;
  readonly runId: string;
  readonly limitMs: number;
  /** Whether the partner completes test orders by itself, so that a person need not be called at once. */
  readonly completesTestOrders: boolean;
}

/** How following a run ended: with the run, or by cancelling it. */
export type Following = "run-ended" | "time-limit" | "stopped";

const lookEveryMs = 300;
const patienceWithPartnerMs = 15_000;

/** Follows a run to its end, telling who is awaited to do what; cancels it at the time limit and when the command shall stop. */
export async function followRun(
  { client, runId, limitMs, completesTestOrders }: FollowOptions,
  { screen, stopping }: Pick<CommandContext, "screen" | "stopping">,
): Promise<Following> {
  const until = Date.now() + limitMs;
  const tell = tellWhoIsAwaited(screen.say, completesTestOrders ? patienceWithPartnerMs : 0);
  try {
    for (;;) {
      const progress = await client.loadRun(runId);
      if (progress.state === "finished" || progress.state === "cancelled") return "run-ended";
      tell(progress.waitingFor.filter(isForPartner), Date.now());
      screen.progress(describeProgress(progress));
      if (stopping.aborted || Date.now() >= until) {
        await client.cancelRun(runId);
        return stopping.aborted ? "stopped" : "time-limit";
      }
      // Being stopped shows at the top of the loop.
      await sleep(lookEveryMs, undefined, { signal: stopping }).catch(() => undefined);
    }
  } finally {
    screen.progress("");
  }
}

function describeProgress({ state, steps, waitingFor }: RunProgress): string {
  if (state === "judging") return "Judging …";
  const awaited = waitingFor.filter(isForPartner).length;
  const waiting = awaited === 0 ? "" : `, ${awaited} waiting for your integration`;
  return `Running: ${steps.done} steps done${waiting} …`;
}

// What the platform itself waits for is nothing to act on.
function isForPartner({ for: actor }: WaitingStep): boolean {
  return actor === "partner";
}
