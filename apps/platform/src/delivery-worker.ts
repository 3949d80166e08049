import {
  createDeliveryWorker,
  defaultOutboundSettings,
  type DeliveryWorker,
} from "@slipway/event-delivery";

import type { Configuration } from "./configuration.ts";
import type { PlatformCore } from "./platform-core.ts";
import type { PlatformLog } from "./platform-log.ts";
import { version } from "./version.ts";

/** The worker that calls partners. */
export function deliveryWorker(
  core: PlatformCore,
  configuration: Configuration,
  log: PlatformLog,
): DeliveryWorker {
  return createDeliveryWorker({
    workerId: core.ids.uuid(),
    context: {
      ...core,
      clockOf: core.clocks.of,
      userAgent: `Slipway/${version}`,
      outbound: {
        ...defaultOutboundSettings,
        timeoutMs: configuration.partnerTimeoutMs,
        allowPrivateAddresses: configuration.allowPrivateEndpoints,
      },
    },
    onTrouble: (error) => {
      log.trouble("delivery worker", error);
    },
  });
}
