import { createPublicKey, verify } from "node:crypto";

import { bundleFiles } from "../bundle/bundle-layout.ts";
import type { PublishedKey } from "../keys/key-list.ts";
import type { TarFile } from "../tar/tar-file.ts";
import type { BundleFinding } from "./bundle-finding.ts";

export interface SignedFiles {
  readonly files: readonly TarFile[];
  readonly keys: readonly PublishedKey[];
  /** The key that the bundle names. */
  readonly claimed: string | undefined;
}

/** Whose signature the list of checksums bears, among the known keys. Files that are missing are told elsewhere. */
export function checkSignature({ files, keys, claimed }: SignedFiles): {
  readonly signedBy: PublishedKey | undefined;
  readonly findings: readonly BundleFinding[];
} {
  const bytesOf = (wanted: string): Uint8Array | undefined =>
    files.find(({ path }) => path === wanted)?.bytes;
  const sums = bytesOf(bundleFiles.sums);
  const signature = bytesOf(bundleFiles.signature);
  if (sums === undefined || signature === undefined) return { signedBy: undefined, findings: [] };
  const signedBy = keys.find(({ publicKey }) =>
    verify(null, sums, createPublicKey(publicKey), signature),
  );
  if (signedBy === undefined) {
    const isKnown = keys.some(({ id }) => id === claimed);
    const finding: BundleFinding =
      isKnown && claimed !== undefined
        ? { kind: "signature-wrong", keyId: claimed }
        : { kind: "key-unknown", keyId: claimed };
    return { signedBy, findings: [finding] };
  }
  const { id, revokedAt, revokedBecause } = signedBy;
  return {
    signedBy,
    findings:
      revokedAt === null
        ? []
        : [{ kind: "key-revoked", keyId: id, at: revokedAt, because: revokedBecause ?? "" }],
  };
}
