/** An evidence bundle that was built; instants are ISO 8601 in UTC. */
export interface EvidenceBundle {
  readonly integrationId: string;
  readonly version: number;
  readonly decidedAt: string;
  readonly keyId: string;
  /** Of the archive, in hexadecimal. */
  readonly sha256: string;
  readonly byteCount: number;
  readonly builtAt: string;
  /** Since when anybody may download it. */
  readonly publishedAt?: string;
  /** Path of the public verification address. */
  readonly verification: string;
}

/** A key that signs or has signed bundles. */
export interface EvidenceKey {
  readonly id: string;
  readonly algorithm: "Ed25519";
  /** PEM. */
  readonly publicKey: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly revokedAt: string | null;
  readonly revokedBecause: string | null;
}

/** All of them, the newest first, as they are published. */
export interface EvidenceKeys {
  readonly format: string;
  readonly keys: readonly EvidenceKey[];
}
