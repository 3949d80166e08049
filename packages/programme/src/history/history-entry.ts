import { createHash } from "node:crypto";

import { canonicalJson, type JsonObject } from "@slipway/foundation";

import type { Actor } from "../lifecycle/actor.ts";

/** Something that happened to an integration. Entries are only ever added; each carries the hash of the one before. */
export interface HistoryEntry {
  /** From 1, without gaps, over all integrations. */
  readonly number: number;
  readonly integrationId: string;
  /** Of which version; null where it concerns the integration as a whole. */
  readonly version: number | null;
  /** ISO 8601, UTC, on the installation's clock. */
  readonly at: string;
  readonly actor: Actor;
  readonly event: string;
  readonly reason: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject;
  /** SHA-256, in hexadecimal, of the entry before; 64 zeros before the first. */
  readonly previousHash: string;
}

/** What the first entry has as the hash of the one before. */
export const noHash = "0".repeat(64);

/** SHA-256 of the entry's canonical JSON, in hexadecimal. */
export function entryHash(entry: HistoryEntry): string {
  // Plain data: every member is JSON.
  return createHash("sha256")
    .update(canonicalJson(entry as unknown as JsonObject))
    .digest("hex");
}
