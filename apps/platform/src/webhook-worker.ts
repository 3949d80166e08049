import { defaultOutboundSettings } from "@slipway/event-delivery";
import { createWebhookWorker, type WebhookWorker } from "@slipway/programme";

import type { PlatformCore } from "./platform-core.ts";
import type { StartContext } from "./start-context.ts";
import { version } from "./version.ts";

/** What is kept of an answer is short: what is longer is not read. */
const maxAnswerBytes = 16_384;

/** The worker that tells webhooks. */
export function webhookWorker(
  core: PlatformCore,
  { configuration, log }: StartContext,
): WebhookWorker {
  return createWebhookWorker({
    parts: core,
    userAgent: `Slipway/${version}`,
    outbound: {
      ...defaultOutboundSettings,
      maxAnswerBytes,
      timeoutMs: configuration.webhookTimeoutMs,
      allowPrivateAddresses: configuration.allowPrivateEndpoints,
    },
    // With a database of our own: the folder's lock says so.
    isAlone: configuration.databaseUrl === undefined,
    onTrouble: (error) => {
      log.trouble("webhook worker", error);
    },
  });
}
