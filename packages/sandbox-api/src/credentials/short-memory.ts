import type { Clock } from "@slipway/foundation";

/** Remembers answers for a short real time, so that a caller's next request needs no question to the database. */
export interface ShortMemory<Value> {
  /** What is remembered, or what `load` gives. */
  readonly recall: (key: string, load: () => Promise<Value>) => Promise<Value>;
}

/** How long an answer, right or wrong, is taken for true: so much later a withdrawn credential still opens at most. */
const lifeMs = 5_000;
const size = 2_000;

export function createShortMemory<Value>(clock: Pick<Clock, "monotonicMs">): ShortMemory<Value> {
  const kept = new Map<string, { readonly value: Value; readonly untilMs: number }>();
  const remember = (key: string, value: Value): Value => {
    // The oldest goes first: a map keeps the order of insertion.
    const oldest = kept.size >= size ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, { value, untilMs: clock.monotonicMs() + lifeMs });
    return value;
  };
  return {
    recall: async (key, load) => {
      const found = kept.get(key);
      if (found !== undefined && found.untilMs > clock.monotonicMs()) return found.value;
      kept.delete(key);
      return remember(key, await load());
    },
  };
}
