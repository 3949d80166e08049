import type { ConnectionVault } from "@slipway/event-delivery";

/** The private parts of the keys with which evidence is signed: encrypted under a key that is not in the database. */
export interface SigningKeyVault {
  readonly seal: (keyId: string, seed: Uint8Array) => Promise<Buffer>;
  readonly unseal: (keyId: string, sealed: Uint8Array) => Promise<Uint8Array>;
}

export function createSigningKeyVault(vault: ConnectionVault): SigningKeyVault {
  const use = "evidence-signing";
  return {
    seal: async (keyId, seed) => vault.seal({ use, keyId }, Buffer.from(seed).toString("base64")),
    unseal: async (keyId, sealed) =>
      Buffer.from(await vault.unseal({ use, keyId }, sealed), "base64"),
  };
}
