import type { Database } from "@slipway/database";

import { Bell } from "./bell.ts";
import { deliveryEndedChannel } from "./delivery-channels.ts";
import { loadDelivery, type DeliveryKey, type DeliveryProgress } from "./load-delivery.ts";

/** A delivery that has come to its end. */
export type EndedDelivery = Extract<DeliveryProgress, { readonly outcome: unknown }>;

const lookEveryMs = 500;

/**
 * Waits until a delivery has come to its end, woken by the worker and, because wake-ups may be lost, looking by itself.
 * Rejects when the tenant has no such delivery, or with the signal's reason when that is aborted.
 */
export async function awaitDelivery(
  database: Pick<Database, "pool" | "notifications">,
  key: DeliveryKey,
  signal: AbortSignal,
): Promise<EndedDelivery> {
  const bell = new Bell();
  const ring = (): void => bell.ring();
  const stopListening = await database.notifications.listen(deliveryEndedChannel, (id) => {
    if (id === key.id) bell.ring();
  });
  signal.addEventListener("abort", ring);
  try {
    for (;;) {
      signal.throwIfAborted();
      const progress = await loadDelivery(database, key);
      if (progress === undefined) throw new Error(`Expected delivery ${key.id}, found none`);
      if ("outcome" in progress) return progress;
      await bell.heard(lookEveryMs);
    }
  } finally {
    stopListening();
    signal.removeEventListener("abort", ring);
  }
}
