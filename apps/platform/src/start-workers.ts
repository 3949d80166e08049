import { expireLeases } from "@slipway/event-delivery";
import type { ProgrammeParts } from "@slipway/programme";

import { deliveryWorker } from "./delivery-worker.ts";
import type { PlatformCore } from "./platform-core.ts";
import { programmeWorker } from "./programme-worker.ts";
import { runEngine } from "./run-engine.ts";
import type { StartContext } from "./start-context.ts";
import { webhookWorker } from "./webhook-worker.ts";

/**
 * Starts what works without being asked: deliveries, runs, reminders, notices and webhooks. They end side by side: none takes anything new
 * while another finishes what it has in hand.
 */
export async function startWorkers(
  core: PlatformCore,
  parts: ProgrammeParts,
  context: StartContext,
): Promise<void> {
  const { configuration, log, started } = context;
  // With a database of our own no other process delivers: the folder's lock says so.
  if (configuration.databaseUrl === undefined) await expireLeases(core.database, core.clock.now());
  const workers = [
    deliveryWorker(core, context),
    runEngine(parts, log),
    programmeWorker(core, configuration, log),
    webhookWorker(core, context),
  ];
  started.push(async () => {
    await Promise.all(workers.map(async (worker) => worker.stop()));
  });
  for (const worker of workers) await worker.start();
}
