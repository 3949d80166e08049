import {
  createDeliveryWorker,
  defaultOutboundSettings,
  type DeliveryWorker,
} from "@slipway/event-delivery";

import type { PlatformCore } from "./platform-core.ts";
import type { StartContext } from "./start-context.ts";
import { version } from "./version.ts";

/** The worker that calls partners. */
export function deliveryWorker(
  core: PlatformCore,
  { configuration, log, metrics }: StartContext,
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
      onEnded: metrics?.deliveryEnded,
    },
    onTrouble: (error) => {
      log.trouble("delivery worker", error);
    },
  });
}
