import { canonicalJson, type Json } from "@slipway/foundation";

/** Which search of which customer. */
export interface SearchKey {
  readonly customerId: string;
  /** What is found depends on what the user's login group may see. */
  readonly loginGroup: string;
  readonly noun: string;
  readonly json: Json;
}

/** Results of earlier searches, shared between a customer's users of one login group (DOC, and INF for the group). Ages are on the tenant's clock. */
export interface SearchCache {
  /** The result if it is at most so old; undefined otherwise. */
  readonly find: (
    key: SearchKey,
    now: Date,
    maxAgeMinutes: number,
  ) => readonly number[] | undefined;
  readonly keep: (key: SearchKey, now: Date, ids: readonly number[]) => void;
}

const size = 200;
const minuteMs = 60_000;

export function createSearchCache(): SearchCache {
  const kept = new Map<string, { readonly at: number; readonly ids: readonly number[] }>();
  return {
    find: (key, now, maxAgeMinutes) => {
      const found = kept.get(textOf(key));
      const age = found === undefined ? Infinity : now.getTime() - found.at;
      return age >= 0 && age <= maxAgeMinutes * minuteMs ? found?.ids : undefined;
    },
    keep: (key, now, ids) => {
      // The oldest goes first: a map keeps the order of insertion.
      const oldest = kept.size >= size ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.delete(textOf(key));
      kept.set(textOf(key), { at: now.getTime(), ids });
    },
  };
}

function textOf({ customerId, loginGroup, noun, json }: SearchKey): string {
  return canonicalJson([customerId, loginGroup, noun, json]);
}
