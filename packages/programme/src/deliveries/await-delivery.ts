import { deliveryEndedChannel } from "@slipway/event-delivery";

import { createBell } from "../bell.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { DeliveryOverdueProblem } from "./delivery.problems.ts";
import type { EndedDelivery } from "./ended-delivery.ts";
import { endOfDelivery } from "./look-at-delivery.ts";

const marginMs = 20_000;

/** Waits until a delivery has ended; fails with `DELIVERY-OVERDUE` when it takes longer than any call may. */
export async function awaitDelivery(
  parts: ProgrammeParts,
  customerId: string,
  id: string,
): Promise<EndedDelivery> {
  const limitMs = parts.partnerTimeoutMs + marginMs;
  const startedMs = parts.clock.monotonicMs();
  const bell = createBell();
  const unlisten = await parts.database.notifications.listen(deliveryEndedChannel, (ended) => {
    if (ended === id) bell.ring();
  });
  try {
    while (parts.clock.monotonicMs() - startedMs < limitMs) {
      const ended = await endOfDelivery(parts, customerId, id);
      if (ended !== undefined) return ended;
      await bell.wait();
    }
    throw new DeliveryOverdueProblem(id, limitMs);
  } finally {
    unlisten();
  }
}
