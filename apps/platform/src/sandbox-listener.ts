import { wakeDeliveryWorkers } from "@slipway/event-delivery";
import type { Region } from "@slipway/exchange";
import { addListNodes } from "@slipway/programme";
import { buildSandboxApi } from "@slipway/sandbox-api";
import type { FastifyInstance } from "fastify";

import { measureRequests } from "./metrics/measure-requests.ts";
import type { PlatformCore } from "./platform-core.ts";
import type { StartContext } from "./start-context.ts";

/** The sandbox API of one region, ready to listen. */
export function sandboxListener(
  core: PlatformCore,
  region: Region,
  { log, metrics }: StartContext,
): FastifyInstance {
  const app = buildSandboxApi({
    ...core,
    region,
    secrets: { ...core.tenants, unsealKey: core.userKeys.unseal },
    addListNodes: async (tenant, nodes) => addListNodes(core, tenant, nodes),
    onEventRaised: () => {
      wakeDeliveryWorkers(core.database.notifications);
    },
    onBug: (bug, transactionId) => {
      log.trouble("sandbox API", bug, { transactionId });
    },
  });
  if (metrics !== undefined) measureRequests(app, `sandbox-${region}`, metrics.answered);
  return app;
}
