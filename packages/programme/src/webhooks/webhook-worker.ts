import { openWires, wakeUpLoop } from "@slipway/event-delivery";

import { clockSeenChannel } from "../clock/movable-clocks.ts";
import { claimMessages, type ClaimedMessage } from "./claim-messages.ts";
import { finishMessage } from "./finish-message.ts";
import { recoverMessages } from "./recover-messages.ts";
import { sendMessage } from "./send-message.ts";
import { webhookDueChannel } from "./tell-webhooks.ts";
import type { WebhookWorkerOptions } from "./webhook-worker-options.ts";

/** Sends what webhooks are owed, until it is stopped. Any number of them may run on one database. */
export interface WebhookWorker {
  readonly start: () => Promise<void>;
  /** Takes nothing more, and resolves when the calls in hand have come to their end. */
  readonly stop: () => Promise<void>;
}

/** The loop, nothing else. No call waits for another's end, and no webhook has more than its places. */
export function createWebhookWorker(options: WebhookWorkerOptions): WebhookWorker {
  const { parts, limit = 4, onTrouble } = options;
  const workerId = parts.ids.uuid();
  const wires = openWires(options.outbound);
  const inHand = new Map<string, number>();
  const calls = new Set<Promise<void>>();
  const listening: (() => void)[] = [];

  const send = async (message: ClaimedMessage): Promise<void> => {
    const { webhook_id: webhook } = message;
    inHand.set(webhook, (inHand.get(webhook) ?? 0) + 1);
    try {
      const outcome = await sendMessage(message, wires, options);
      await finishMessage(parts, { message, outcome, workerId });
    } catch (error) {
      onTrouble(error);
    } finally {
      const left = (inHand.get(webhook) ?? 1) - 1;
      if (left === 0) inHand.delete(webhook);
      else inHand.set(webhook, left);
      // Something may have waited for the place.
      loop.wake();
    }
  };
  const look = async (): Promise<void> => {
    for (const message of await claimMessages({ ...options, workerId, limit, inHand })) {
      const call = send(message).finally(() => calls.delete(call));
      calls.add(call);
    }
  };
  const loop = wakeUpLoop({
    look: async () => look().catch(onTrouble),
    tidy: async () => recoverMessages(parts, { isAlone: false }).catch(onTrouble),
    lookEveryMs: options.lookEveryMs ?? 1000,
  });
  return {
    start: async () => {
      if (options.isAlone) await recoverMessages(parts, { isAlone: true });
      for (const channel of [webhookDueChannel, clockSeenChannel])
        listening.push(await parts.database.notifications.listen(channel, loop.wake));
      await loop.start();
    },
    stop: async () => {
      for (const unlisten of listening) unlisten();
      await loop.stop();
      await Promise.all(calls);
      await wires.close();
    },
  };
}
