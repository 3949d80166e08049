import { packBundle } from "./bundle/pack-bundle.ts";
import { keyListFormat, type KeyList, type PublishedKey } from "./keys/key-list.ts";
import { signingKeyOf, type SigningKey } from "./keys/signing-key.ts";
import type { TarFile } from "./tar/tar-file.ts";

/** A key that follows from one byte. */
export function keyOf(byte: number): SigningKey {
  return signingKeyOf(new Uint8Array(32).fill(byte));
}

export const firstKey = keyOf(1);

/** A small bundle, signed by a key. */
export function smallBundle(key = firstKey): Buffer {
  return packBundle({
    claim: {
      keyId: key.id,
      integration: {
        id: "0190a000-0000-7000-8000-000000000001",
        name: "Acme Tests",
        organisation: "Acme",
        framework: "prime-assessment",
        connectorType: "prime",
      },
      version: 1,
      pack: { id: "prime-assessment", version: "2026.2", hash: "0".repeat(64) },
      runId: "0190a000-0000-7000-8000-000000000002",
      gradingId: "0190a000-0000-7000-8000-000000000003",
      decidedAt: "2026-11-28T12:00:00.000Z",
    },
    files: [file("decision.json", "{}\n"), file("exchanges/a/1.json", '{"id":1}\n')],
    sign: key.sign,
  });
}

export function file(path: string, text: string): TarFile {
  return { path, bytes: Buffer.from(text) };
}

/** The published list of these keys. */
export function listOf(...keys: readonly (SigningKey & Partial<PublishedKey>)[]): KeyList {
  return {
    format: keyListFormat,
    keys: keys.map(({ sign: _secret, ...key }) => ({
      algorithm: "Ed25519",
      validFrom: "2026-11-01T00:00:00.000Z",
      validUntil: null,
      revokedAt: null,
      revokedBecause: null,
      ...key,
    })),
  };
}
