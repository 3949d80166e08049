/** A bundle that was built. */
export interface EvidenceBundle {
  readonly integrationId: string;
  readonly version: number;
  readonly decidedAt: Date;
  readonly keyId: string;
  /** Of the archive, in hexadecimal. */
  readonly sha256: string;
  readonly byteCount: number;
  readonly builtAt: Date;
  /** Since when anybody may download it; undefined: nobody without access may. */
  readonly publishedAt: Date | undefined;
  /** Path of the public verification address; it answers once the integration was designated. */
  readonly verification: string;
}
