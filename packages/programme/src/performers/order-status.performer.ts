import type { Performer } from "@slipway/conformance";
import { parseOrderStatus, readOrderStatus, type ReadOrderStatusInput } from "@slipway/frameworks";

import type { ProgrammeParts } from "../programme-parts.ts";
import { bodyOf, statusOf } from "./answer-facts.ts";
import { deliveryPerformer } from "./delivery-performer.ts";

/** Asks the partner for the state of an order. */
export function orderStatusPerformer(parts: ProgrammeParts): Performer {
  return deliveryPerformer<ReadOrderStatusInput>(parts, {
    kind: readOrderStatus.kind,
    toDo: "ask for the state of the order",
    plan: async (_tx, { input, place }) => ({
      kind: "order-status",
      request: {
        method: "GET",
        path: `/orders/${encodeURIComponent(input.orderId)}`,
        // An order id is unique within its customer only, and two customers may share their credentials.
        query: { customerId: place.customerId },
      },
      references: { orderId: input.orderId },
    }),
    conclude: async (ended) => {
      const parsed = parseOrderStatus(bodyOf(ended));
      if (parsed.kind === "findings") return { status: statusOf(ended) };
      const { status, completedAt } = parsed.value;
      return {
        status: statusOf(ended),
        orderStatus: status,
        ...(completedAt === undefined ? {} : { completedAt }),
      };
    },
  });
}
