import type { ReceivedOrder } from "./core/parse-order.ts";

/** A call of the platform as it arrived. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** By their names in lower case. */
  readonly headers: Record<string, string | undefined>;
}

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Leaves in place of the body where it is to be no JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

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
  readonly request: SeenRequest;
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
      orders.push({
        answeredAt: new Date().toISOString(),
        customerId: received?.customerId,
        orderId: received?.orderId,
        deliveryId: request.headers["x-slipway-delivery"],
        status: answer.status,
      });
    },
    seen: () => [...orders],
  };
}
