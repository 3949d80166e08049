import type { Performer } from "@slipway/conformance";
import { cancelOrder, type CancelOrderInput } from "@slipway/frameworks";

import type { ProgrammeParts } from "../programme-parts.ts";
import { cancelCall } from "../recruiter/cancel-call.ts";
import { noAnswerOf, shownView, statusOf } from "./answer-facts.ts";
import { deliveryPerformer } from "./delivery-performer.ts";

/** Asks the partner to cancel an order. */
export function cancelOrderPerformer(parts: ProgrammeParts): Performer {
  return deliveryPerformer<CancelOrderInput>(parts, {
    kind: cancelOrder.kind,
    toDo: "cancel the order",
    plan: async (_tx, { input, place }) => cancelCall(place.customerId, input.orderId),
    conclude: async (ended) => ({
      status: statusOf(ended),
      noAnswer: noAnswerOf(ended),
      recruiterView: { ...shownView(ended) },
    }),
  });
}
