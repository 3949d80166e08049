import type { Queries } from "@slipway/database";

import { flushCounts, loadCount, type QuotaCount } from "./quota-count.ts";

/** How much of a day's requests is used, as the answer's headers tell it. */
export interface QuotaReading {
  readonly limit: number;
  /** After this request; never below 0. */
  readonly remaining: number;
  /** Seconds to the next 00:00:00 UTC on the tenant's clock. */
  readonly resetSeconds: number;
  readonly exceeded: boolean;
}

export interface QuotaRequest {
  readonly customerId: string;
  readonly username: string;
  readonly limit: number;
  /** On the tenant's clock. */
  readonly now: Date;
}

/**
 * Counts the requests of each integration user per day of the tenant's clock. Counting happens in memory and is written to
 * the table `request_quota` within a second, so it is exact within one process, behind by up to a second's requests of other
 * processes, and forgets up to a second's requests when the process is killed.
 */
export interface RequestQuota {
  /** Counts one request. Synchronous after a user's first request of the day. */
  readonly count: (request: QuotaRequest) => QuotaReading | Promise<QuotaReading>;
  /** Writes what has not been written yet, and stops. */
  readonly close: () => Promise<void>;
}

export function createRequestQuota(queries: Queries): RequestQuota {
  const counters = new Map<string, Counter>();
  const loading = new Map<string, Promise<Counter>>();
  const flusher = createFlusher(queries, counters);

  const load = async (request: QuotaRequest, day: string): Promise<Counter> => {
    const place = { customerId: request.customerId, username: request.username, day };
    const counter = { ...place, known: await loadCount(queries, place), pending: 0 };
    counters.set(keyOf(request), counter);
    return counter;
  };
  const loadOnce = async (request: QuotaRequest, day: string): Promise<Counter> => {
    const key = `${keyOf(request)} ${day}`;
    const running = loading.get(key) ?? load(request, day);
    loading.set(key, running);
    try {
      return await running;
    } finally {
      loading.delete(key);
    }
  };
  const countOn = (counter: Counter, request: QuotaRequest): QuotaReading => {
    counter.pending += 1;
    flusher.soon();
    return readingOf(counter.known + counter.pending, request);
  };

  return {
    count: (request) => {
      const counter = counters.get(keyOf(request));
      const day = request.now.toISOString().slice(0, 10);
      if (counter?.day === day) return countOn(counter, request);
      return loadOnce(request, day).then((loaded) => countOn(loaded, request));
    },
    close: flusher.close,
  };
}

interface Counter extends QuotaCount {
  /** Known from the table, other processes included. */
  known: number;
  /** Counted here since. */
  pending: number;
}

const flushAfterMs = 1_000;

function createFlusher(
  queries: Queries,
  counters: ReadonlyMap<string, Counter>,
): { readonly soon: () => void; readonly close: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    timer = undefined;
    const due = [...counters.values()].filter((counter) => counter.pending > 0);
    const batch = due.map((counter) => ({ ...counter, used: counter.pending }));
    for (const counter of due) {
      counter.known += counter.pending;
      counter.pending = 0;
    }
    if (batch.length === 0) return;
    const totals = await flushCounts(queries, batch);
    for (const [index, counter] of due.entries()) counter.known = totals[index] ?? counter.known;
  };

  return {
    soon: () => {
      // Real time: the tenant's clock has no say in how often a counter is written. A flush that failed loses its counts.
      timer ??= setTimeout(() => void flush().catch(() => undefined), flushAfterMs).unref();
    },
    close: async () => {
      clearTimeout(timer);
      await flush();
    },
  };
}

const dayMs = 86_400_000;

function readingOf(used: number, { limit, now }: QuotaRequest): QuotaReading {
  return {
    limit,
    remaining: Math.max(0, limit - used),
    resetSeconds: Math.ceil((dayMs - (now.getTime() % dayMs)) / 1_000),
    exceeded: used > limit,
  };
}

function keyOf({ customerId, username }: Pick<QuotaRequest, "customerId" | "username">): string {
  return `${customerId}/${username}`;
}
