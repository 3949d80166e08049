import type { Queries } from "@slipway/database";

import { entryHash, noHash } from "./history-entry.ts";
import { historyAfter, type StoredEntry } from "./history.store.ts";

/** Whether the history is as it was written. */
export type HistoryVerification =
  | { readonly kind: "intact"; readonly entries: number; readonly lastHash: string }
  | {
      readonly kind: "broken";
      /** The first entry that is not as it was written, or that does not follow the one before. */
      readonly entry: number;
      readonly expected: string;
      readonly found: string;
    };

const pageSize = 500;

/** Reads the history from its first entry on, page by page, and computes every hash anew. */
export async function verifyHistory(queries: Queries): Promise<HistoryVerification> {
  let last: Pick<StoredEntry, "number" | "hash"> = { number: 0, hash: noHash };
  for (;;) {
    const page = await historyAfter(queries, last.number, pageSize);
    for (const entry of page) {
      const fault = faultOf(entry, last);
      if (fault !== undefined) return { kind: "broken", entry: entry.number, ...fault };
      last = entry;
    }
    if (page.length < pageSize)
      return { kind: "intact", entries: last.number, lastHash: last.hash };
  }
}

function faultOf(
  { hash, ...entry }: StoredEntry,
  last: Pick<StoredEntry, "number" | "hash">,
): { readonly expected: string; readonly found: string } | undefined {
  if (entry.number !== last.number + 1)
    return { expected: `entry ${last.number + 1}`, found: `entry ${entry.number}` };
  if (entry.previousHash !== last.hash)
    return { expected: `${last.hash} as the hash of the entry before`, found: entry.previousHash };
  const computed = entryHash(entry);
  return computed === hash ? undefined : { expected: `hash ${computed}`, found: hash };
}
