import type { Queries, Row, Transaction } from "@slipway/database";
import { sql } from "kysely";

import type { Actor } from "../lifecycle/actor.ts";
import { entryHash, noHash, type HistoryEntry } from "./history-entry.ts";

export type Happened = Omit<HistoryEntry, "number" | "previousHash" | "at"> & { readonly at: Date };

/** An entry as it is stored, with its own hash. */
export type StoredEntry = HistoryEntry & { readonly hash: string };

/** Adds what happened, in the transaction that makes it happen. One at a time: each names the one before. */
export async function appendHistory(tx: Transaction, happened: Happened): Promise<void> {
  await sql`lock table programme_history in share row exclusive mode`.execute(tx);
  const last = await tx
    .selectFrom("programme_history")
    .select(["number", "hash"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const entry: HistoryEntry = {
    ...happened,
    at: happened.at.toISOString(),
    number: (last?.number ?? 0) + 1,
    previousHash: last?.hash.toString("hex") ?? noHash,
  };
  await tx
    .insertInto("programme_history")
    .values({
      number: entry.number,
      integration_id: entry.integrationId,
      version: entry.version,
      at: happened.at,
      actor: JSON.stringify(entry.actor),
      event: entry.event,
      reason: entry.reason,
      before: entry.before === null ? null : JSON.stringify(entry.before),
      after: JSON.stringify(entry.after),
      previous_hash: Buffer.from(entry.previousHash, "hex"),
      hash: Buffer.from(entryHash(entry), "hex"),
    })
    .execute();
}

/** What happened to an integration, oldest first. */
export async function listHistory(
  queries: Queries,
  integrationId: string,
): Promise<readonly StoredEntry[]> {
  const rows = await queries
    .selectFrom("programme_history")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .orderBy("number")
    .execute();
  return rows.map(entryOf);
}

/** So many entries after this number, oldest first. */
export async function historyAfter(
  queries: Queries,
  number: number,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const rows = await queries
    .selectFrom("programme_history")
    .selectAll()
    .where("number", ">", number)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

function entryOf(row: Row<"programme_history">): StoredEntry {
  return {
    number: row.number,
    integrationId: row.integration_id,
    version: row.version,
    at: row.at.toISOString(),
    // Written by `appendHistory` alone.
    actor: row.actor as unknown as Actor,
    event: row.event,
    reason: row.reason,
    before: row.before,
    after: row.after,
    previousHash: row.previous_hash.toString("hex"),
    hash: row.hash.toString("hex"),
  };
}
