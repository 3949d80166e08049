import { createHash } from "node:crypto";

import { orderKey, type Order, type OrderState } from "./order.ts";
import type { OrderStore } from "./order-store.ts";
import type { ResultWriter } from "./result-writer.ts";

export interface OrderProgressOptions {
  readonly store: OrderStore;
  readonly writer: ResultWriter;
  readonly testCompletionMs: number;
  readonly completeAll: boolean;
}

/** Moves accepted orders on; each change is stored first and then told to the ATS. */
export interface OrderProgress {
  /** Writes what the ATS lacks; a test order completes by itself after a while. Also for orders found at the start. */
  readonly pursue: (order: Order) => void;
  /** The candidate has finished. False, and nothing happens, when the order is not open. */
  readonly complete: (order: Order) => boolean;
  readonly cancel: (order: Order) => void;
  /** Drops what is to happen later. */
  readonly stop: () => void;
}

export function createOrderProgress(options: OrderProgressOptions): OrderProgress {
  const { store, writer } = options;
  const timers = new Map<string, NodeJS.Timeout>();
  const move = (order: Order, state: OrderState): boolean => {
    const current = store.find(order.received);
    if (current?.state.kind !== "sent") return false;
    const moved = { ...current, state };
    store.save(moved);
    writer.bringUpToDate(moved);
    return true;
  };
  const complete = (order: Order): boolean =>
    move(order, {
      kind: "complete",
      completedAt: new Date().toISOString(),
      score: madeUpScore(order),
    });
  return {
    pursue: (order) => {
      writer.bringUpToDate(order);
      const key = orderKey(order.received);
      const completesByItself = order.received.test || options.completeAll;
      if (order.state.kind !== "sent" || !completesByItself || timers.has(key)) return;
      const finish = (): void => {
        timers.delete(key);
        complete(order);
      };
      timers.set(key, setTimeout(finish, options.testCompletionMs));
    },
    complete,
    cancel: (order) => {
      move(order, { kind: "cancelled", cancelledAt: new Date().toISOString() });
    },
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** There is no assessment behind this example. From 50 to 100 in halves, always the same for the same order. */
function madeUpScore({ received }: Order): number {
  const [byte = 0] = createHash("sha256").update(received.orderId).digest();
  return 50 + Math.round((byte / 255) * 100) / 2;
}
