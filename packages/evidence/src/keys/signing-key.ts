import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";

/** An Ed25519 key with which bundles are signed. */
export interface SigningKey {
  /** Follows from the public key. */
  readonly id: string;
  /** PEM, as openssl reads it. */
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** How many random bytes make a key. */
export const signingSeedBytes = 32;

// What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410).
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

/** The key that follows from these 32 bytes, which are its secret. */
export function signingKeyOf(seed: Uint8Array): SigningKey {
  if (seed.length !== signingSeedBytes)
    throw new Error(`Expected ${signingSeedBytes} bytes for a signing key, found ${seed.length}`);
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8Head, seed]),
    format: "der",
    type: "pkcs8",
  });
  const publicKey = createPublicKey(key);
  return {
    id: keyIdOf(publicKey),
    publicKey: publicKey.export({ format: "pem", type: "spki" }).toString(),
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** The id of a public key: `ek-` and the beginning of the SHA-256 of its DER form. */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ format: "der", type: "spki" });
  return `ek-${createHash("sha256").update(der).digest("hex").slice(0, 32)}`;
}
