import type { NoAnswerReason } from "@slipway/exchange";
import { uuidTimeMs } from "@slipway/foundation";

import { DeliveryLostProblem } from "../deliveries/delivery.problems.ts";
import type { EndedDelivery, NotSentDelivery } from "../deliveries/ended-delivery.ts";

/** What came of one call that was made to see whether the partner is set up. */
export type Probe =
  | AnsweredProbe
  | { readonly kind: "no-answer"; readonly reason: NoAnswerReason; readonly detail: string }
  /** Nothing was sent to the endpoint: the credentials for the call cannot be had. */
  | NotSentDelivery;

export interface AnsweredProbe {
  readonly kind: "answered";
  readonly status: number;
  readonly body: string;
  /** The header `Date`, where there is one. */
  readonly date: string | undefined;
  /** When the answer was whole, in real time. */
  readonly answeredAt: Date;
}

/** A delivery's end as a probe; fails with `DELIVERY-LOST` when its outcome is unknown, for then nothing was learnt. */
export function probeOf(ended: EndedDelivery): Probe {
  if (ended.kind === "outcome-unknown") throw new DeliveryLostProblem(ended.reason);
  if (ended.kind === "not-sent") return ended;
  const { answer, id } = ended.exchange;
  if (answer.kind === "no-answer")
    return { kind: "no-answer", reason: answer.reason, detail: answer.detail };
  return {
    kind: "answered",
    status: answer.status,
    body: answer.body.kind === "none" ? "" : answer.body.content,
    date: answer.headers.find(([name]) => name.toLowerCase() === "date")?.[1],
    // The exchange is stamped on the tenant's clock, which may have been moved since; its id is made in real time, with its end.
    answeredAt: new Date(uuidTimeMs(id)),
  };
}

/** Whether the status says that a caller was not let in. */
export function isRefusal(status: number): boolean {
  return status === 401 || status === 403;
}
