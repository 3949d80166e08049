import { claimBatch, claimDueDeliveries } from "./claim-due-deliveries.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import { deliverOnce } from "./deliver-once.ts";
import { deliveryDueChannel } from "./wake-delivery-workers.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import { lanePlaces } from "./lane-places.ts";
import { openWires } from "./outbound/wires.ts";
import { createAccessTokens } from "./token/access-tokens.ts";
import { recoverDeliveries } from "./recover-deliveries.ts";
import { wakeUpLoop } from "./wake-up-loop.ts";

export interface DeliveryWorkerOptions {
  readonly context: DeliveryContext;
  /** Unlike that of every other worker, also of one before a restart. */
  readonly workerId: string;
  /** Calls of one lane (the origin of an endpoint) at a time. Default 8. */
  readonly laneLimit?: number;
  /** How long a claim holds until it is started. Default 10 s. */
  readonly claimLeaseMs?: number;
  /** How much longer than the time-out a started delivery is left to its worker. Default 15 s. */
  readonly startedMarginMs?: number;
  /** How often it looks by itself. Default 1 s. */
  readonly lookEveryMs?: number;
  /** Told of what went wrong on our side: the database is away, a fault of our own. The worker goes on. */
  readonly onTrouble: (error: unknown) => void;
}

/** Delivers what is due, until it is stopped. Any number of workers may run on one database. */
export interface DeliveryWorker {
  /** Resolves once it listens and has looked for the first time. */
  readonly start: () => Promise<void>;
  /** Takes nothing more, and resolves when the calls in hand have come to their end. */
  readonly stop: () => Promise<void>;
}

/** The loop, nothing else: what a look and a delivery are stands in the files it calls. */
export function createDeliveryWorker(options: DeliveryWorkerOptions): DeliveryWorker {
  const { context, workerId, onTrouble } = options;
  const startedLeaseMs = context.outbound.timeoutMs + (options.startedMarginMs ?? 15_000);
  const laneLimit = options.laneLimit ?? 8;
  const claimLeaseMs = options.claimLeaseMs ?? 10_000;
  const wires = openWires(context.outbound);
  const timeoutMs = Math.min(context.outbound.timeoutMs, claimLeaseMs / 2);
  const tokens = createAccessTokens({ context, wires, timeoutMs });
  const places = lanePlaces(laneLimit);
  const calls = new Set<Promise<void>>();
  let stopListening: (() => void) | undefined;

  const deliver = async (delivery: ClaimedDelivery): Promise<void> => {
    places.occupy(delivery.lane);
    try {
      await deliverOnce(delivery, { context, workerId, wires, tokens, startedLeaseMs });
    } catch (error) {
      onTrouble(error);
    } finally {
      if (places.leave(delivery.lane)) loop.wake();
    }
  };
  const look = async (): Promise<void> => {
    const claimed = await claimDueDeliveries(context.database, {
      workerId,
      now: context.clock.now(),
      leaseMs: claimLeaseMs,
      laneLimit,
      inHand: places.inHand,
    });
    for (const delivery of claimed) {
      const call = deliver(delivery).finally(() => calls.delete(call));
      calls.add(call);
    }
    if (claimed.length === claimBatch) loop.wake();
  };
  const loop = wakeUpLoop({
    look: async () => look().catch(onTrouble),
    tidy: async () => recoverDeliveries(context).then(() => undefined, onTrouble),
    lookEveryMs: options.lookEveryMs ?? 1000,
  });

  return {
    start: async () => {
      stopListening = await context.database.notifications.listen(deliveryDueChannel, loop.wake);
      await loop.start();
    },
    stop: async () => {
      stopListening?.();
      await loop.stop();
      await Promise.all(calls);
      await wires.close();
    },
  };
}
