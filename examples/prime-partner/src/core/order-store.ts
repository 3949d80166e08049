import { appendFileSync, existsSync, readFileSync } from "node:fs";

import { orderKey, requestKey, type Order } from "./order.ts";
import type { ReceivedOrder } from "./parse-order.ts";

/** Orders by customer and id. */
export interface OrderStore {
  readonly find: (which: Pick<ReceivedOrder, "customerId" | "orderId">) => Order | undefined;
  /** The open order for the same candidate, job and package. */
  readonly findOpen: (received: ReceivedOrder) => Order | undefined;
  readonly all: () => readonly Order[];
  /** Keeps the order in place of what was kept under its id. Durable on return when there is a file. */
  readonly save: (order: Order) => void;
}

/**
 * Orders in memory and, when a file is named, also in that file: one JSON line per change, written through to the disk before
 * the platform is answered; the last line of an order counts. Enough for an example; a product uses its database, and puts a
 * unique key on customer and order id.
 */
export function openOrderStore(file: string | undefined): OrderStore {
  const orders = new Map<string, Order>();
  for (const order of file === undefined ? [] : readOrders(file)) {
    orders.set(orderKey(order.received), order);
  }
  return {
    find: (which) => orders.get(orderKey(which)),
    findOpen: (received) =>
      orders
        .values()
        .find(
          (order) =>
            order.state.kind === "sent" && requestKey(order.received) === requestKey(received),
        ),
    all: () => [...orders.values()],
    save: (order) => {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(order)}\n`, { flush: true });
      orders.set(orderKey(order.received), order);
    },
  };
}

function readOrders(file: string): readonly Order[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  // A line that a crash tore was never answered. End it, so that the next one stands alone.
  if (text !== "" && !text.endsWith("\n")) appendFileSync(file, "\n");
  return text.split("\n").flatMap(readOrder);
}

function readOrder(line: string): readonly Order[] {
  try {
    // Only `save` writes this file: what parses is an order.
    return line === "" ? [] : [JSON.parse(line) as Order];
  } catch {
    return []; // torn, as above
  }
}
