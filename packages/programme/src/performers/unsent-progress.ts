import type { Progress } from "@slipway/conformance";

import type { NotSentDelivery } from "../deliveries/ended-delivery.ts";

/**
 * How a step stands whose call was not sent. What failed outside the platform may be well the next moment, and a call that was
 * never sent may be made anew, with a new candidate; the platform's own fault stays.
 */
export function unsentProgress({ fault, reason }: NotSentDelivery): Progress {
  return { kind: fault === "platform" ? "broken" : "lost", reason };
}
