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

interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring; a wake-up may be lost, so by itself too after a while of real time. */
  readonly wait: () => Promise<void>;
}

function createBell(): Bell {
  let wake: (() => void) | undefined;
  return {
    ring: () => wake?.(),
    wait: async () =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, lookEveryMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
