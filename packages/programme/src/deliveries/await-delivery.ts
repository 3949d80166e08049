import { deliveryEndedChannel } from "@slipway/event-delivery";

import type { ProgrammeParts } from "../programme-parts.ts";
import { DeliveryOverdueProblem } from "./delivery.problems.ts";
import type { EndedDelivery } from "./ended-delivery.ts";
import { endOfDelivery } from "./look-at-delivery.ts";

const lookEveryMs = 500;
const marginMs = 20_000;

/** Waits until a delivery has ended; fails with `DELIVERY-OVERDUE` when it takes longer than any call may. */
export async function awaitDelivery(
  parts: ProgrammeParts,
  customerId: string,
  id: string,
): Promise<EndedDelivery> {
  const limitMs = parts.partnerTimeoutMs + marginMs;
  const startedMs = parts.clock.monotonicMs();
  let wake: (() => void) | undefined;
  const unlisten = await parts.database.notifications.listen(deliveryEndedChannel, (ended) => {
    if (ended === id) wake?.();
  });
  try {
    while (parts.clock.monotonicMs() - startedMs < limitMs) {
      const ended = await endOfDelivery(parts, customerId, id);
      if (ended !== undefined) return ended;
      await new Promise<void>((resolve) => {
        // A wake-up may be lost, so it looks by itself too.
        const timer = setTimeout(resolve, lookEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    throw new DeliveryOverdueProblem(id, limitMs);
  } finally {
    unlisten();
  }
}
