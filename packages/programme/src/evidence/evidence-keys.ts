import type { Queries, Row, Transaction } from "@slipway/database";
import {
  keyListFormat,
  signingKeyOf,
  signingSeedBytes,
  type KeyList,
  type PublishedKey,
  type SigningKey,
} from "@slipway/evidence";
import { sql } from "kysely";

import type { Actor } from "../lifecycle/actor.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import { EvidenceKeyNotFoundProblem, EvidenceKeyRevokedProblem } from "./evidence.problems.ts";

/** Who changes something about the keys, and why; both stay on record. */
export interface KeyChange {
  readonly actor: Actor;
  readonly reason: string;
}

export type KeyParts = Pick<ProgrammeParts, "database" | "clocks" | "randomBytes" | "signingKeys">;

/** The public keys with their validity, the newest first. */
export async function listEvidenceKeys(queries: Queries): Promise<KeyList> {
  const rows = await queries
    .selectFrom("evidence_key")
    .selectAll()
    .orderBy("made_at", "desc")
    .orderBy("id")
    .execute();
  return { format: keyListFormat, keys: rows.map(publishedKey) };
}

/** One of them; fails with `EVIDENCE-KEY-NOT-FOUND`. */
export async function loadEvidenceKey(queries: Queries, id: string): Promise<PublishedKey> {
  const row = await queries
    .selectFrom("evidence_key")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new EvidenceKeyNotFoundProblem(id);
  return publishedKey(row);
}

/** Puts a new key in place of the one that signs. What that one has signed stays valid; its private part is erased. */
export async function rotateEvidenceKey(parts: KeyParts, change: KeyChange): Promise<KeyList> {
  await parts.database.transaction(async (tx) => {
    await lockKeys(tx);
    await tx
      .updateTable("evidence_key")
      .set({ ended_at: parts.clocks.installation.now(), private_ciphertext: null })
      .where("ended_at", "is", null)
      .execute();
    await makeKey(tx, parts, change);
  });
  return listEvidenceKeys(parts.database.queries);
}

/** Says that nothing a key has signed proves anything any more. The next bundle is signed by another, made for it if need be. */
export async function revokeEvidenceKey(
  parts: KeyParts,
  id: string,
  { actor, reason }: KeyChange,
): Promise<KeyList> {
  const now = parts.clocks.installation.now();
  await parts.database.transaction(async (tx) => {
    await lockKeys(tx);
    const row = await tx
      .selectFrom("evidence_key")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirst();
    if (row === undefined) throw new EvidenceKeyNotFoundProblem(id);
    if (row.revoked_at !== null) throw new EvidenceKeyRevokedProblem(id, row.revoked_at);
    await tx
      .updateTable("evidence_key")
      .set({
        ended_at: row.ended_at ?? now,
        private_ciphertext: null,
        revoked_at: now,
        revoked_by: JSON.stringify(actor),
        revoked_because: reason,
      })
      .where("id", "=", id)
      .execute();
  });
  return listEvidenceKeys(parts.database.queries);
}

/** The key that signs, held until the transaction ends; makes one where none does. */
export async function lockSigningKey(
  tx: Transaction,
  parts: KeyParts,
  actor: Actor,
): Promise<SigningKey> {
  await lockKeys(tx);
  const row = await tx
    .selectFrom("evidence_key")
    .selectAll()
    .where("ended_at", "is", null)
    .executeTakeFirst();
  const sealed = row?.private_ciphertext ?? undefined;
  if (row === undefined || sealed === undefined)
    return makeKey(tx, parts, { actor, reason: "No key was there to sign with." });
  return signingKeyOf(await parts.signingKeys.unseal(row.id, sealed));
}

/** Keys change one at a time, and not while something is signed. */
async function lockKeys(tx: Transaction): Promise<void> {
  await sql`lock table evidence_key in share row exclusive mode`.execute(tx);
}

async function makeKey(
  tx: Transaction,
  parts: KeyParts,
  { actor, reason }: KeyChange,
): Promise<SigningKey> {
  const seed = parts.randomBytes(signingSeedBytes);
  const key = signingKeyOf(seed);
  await tx
    .insertInto("evidence_key")
    .values({
      id: key.id,
      public_key: key.publicKey,
      private_ciphertext: await parts.signingKeys.seal(key.id, seed),
      made_at: parts.clocks.installation.now(),
      made_by: JSON.stringify(actor),
      made_because: reason,
    })
    .execute();
  return key;
}

function publishedKey(row: Row<"evidence_key">): PublishedKey {
  return {
    id: row.id,
    algorithm: "Ed25519",
    publicKey: row.public_key,
    validFrom: row.made_at.toISOString(),
    validUntil: row.ended_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedBecause: row.revoked_because,
  };
}
