import { createPublicKey } from "node:crypto";

import { readJson, type Json, type JsonReader } from "@slipway/foundation";

import { keyIdOf } from "./signing-key.ts";

/** What the published list of keys says it is. */
export const keyListFormat = "slipway-evidence-keys/1";

/** A public key as it is published. Instants are ISO 8601 in UTC. */
export interface PublishedKey {
  readonly id: string;
  readonly algorithm: "Ed25519";
  /** PEM, as openssl reads it. */
  readonly publicKey: string;
  readonly validFrom: string;
  /** When another took its place; null while it signs. What it signed before stays valid. */
  readonly validUntil: string | null;
  /** From when nothing that it signed proves anything; null unless it was revoked. */
  readonly revokedAt: string | null;
  readonly revokedBecause: string | null;
}

/** The keys of an installation, the newest first. */
export interface KeyList {
  readonly format: typeof keyListFormat;
  readonly keys: readonly PublishedKey[];
}

/** The list in a text. Throws a `TypeError` or `SyntaxError` that says what is wrong with it, also where an id is not its key's. */
export function parseKeyList(text: string): KeyList {
  // Parsed JSON is JSON.
  const list = readJson(JSON.parse(text) as Json, "the list of keys");
  list.at("format").oneOf([keyListFormat]);
  return { format: keyListFormat, keys: list.at("keys").list(readKey) };
}

function readKey(key: JsonReader): PublishedKey {
  const id = key.at("id").text();
  const publicKey = key.at("publicKey").text();
  if (idOfPem(publicKey) !== id)
    throw new TypeError(`Expected the Ed25519 public key with the id ${id}, found another`);
  return {
    id,
    algorithm: key.at("algorithm").oneOf(["Ed25519"]),
    publicKey,
    validFrom: key.at("validFrom").text(),
    validUntil: textOrNull(key, "validUntil"),
    revokedAt: textOrNull(key, "revokedAt"),
    revokedBecause: textOrNull(key, "revokedBecause"),
  };
}

function idOfPem(pem: string): string | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ed25519" ? keyIdOf(key) : undefined;
  } catch {
    // What cannot be read as a key is none.
    return undefined;
  }
}

function textOrNull(key: JsonReader, member: string): string | null {
  return key.object()[member] === null ? null : key.at(member).text();
}
