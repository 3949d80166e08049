import type { IncomingMessage } from "node:http";

import type { JsonAnswer } from "./json-http.ts";
import type { ReceivedOrder } from "./parse-order.ts";

/** An order call and how it was answered; for demonstrations and tests. */
export interface SeenOrder {
  readonly answeredAt: string;
  /** Undefined, like `orderId`, when the call was refused before its body was understood. */
  readonly customerId: string | undefined;
  readonly orderId: string | undefined;
  /** `X-Slipway-Delivery` of the call. */
  readonly deliveryId: string | undefined;
  readonly status: number;
}

/** A call of the platform with what is known of it once it is answered. */
export interface AnsweredCall {
  readonly request: IncomingMessage;
  readonly answer: JsonAnswer;
  readonly received: ReceivedOrder | undefined;
}

export interface Journal {
  readonly add: (call: AnsweredCall) => void;
  /** Oldest first. */
  readonly seen: () => readonly SeenOrder[];
}

/** Remembers order calls since the start, in memory. */
export function createJournal(): Journal {
  const orders: SeenOrder[] = [];
  return {
    add: ({ request, answer, received }) => {
      if (request.method !== "POST" || request.url !== "/orders") return;
      const delivery = request.headers["x-slipway-delivery"];
      orders.push({
        answeredAt: new Date().toISOString(),
        customerId: received?.customerId,
        orderId: received?.orderId,
        deliveryId: typeof delivery === "string" ? delivery : undefined,
        status: answer.status,
      });
    },
    seen: () => [...orders],
  };
}
