import type { TarFile } from "../tar/tar-file.ts";
import { writeTar } from "../tar/write-tar.ts";
import { printClaim, type BundleClaim } from "./bundle-claim.ts";
import { bundleFiles, bundleFolder } from "./bundle-layout.ts";
import { bundleReadme } from "./bundle-readme.ts";
import { printChecksums, sha256Of } from "./checksum-list.ts";

export interface BundleContent {
  readonly claim: BundleClaim;
  /** What proves it; paths below the bundle's folder. */
  readonly files: readonly TarFile[];
  /** Signs the list of checksums with the key that the claim names: Ed25519, 64 bytes. */
  readonly sign: (checksums: Uint8Array) => Uint8Array;
}

/** Packs and signs a bundle: equal contents give equal bytes. */
export function packBundle({ claim, files, sign }: BundleContent): Buffer {
  const content = sortFiles([
    ...files,
    { path: bundleFiles.readme, bytes: Buffer.from(bundleReadme(claim)) },
    { path: bundleFiles.claim, bytes: Buffer.from(printClaim(claim)) },
  ]);
  const sums = Buffer.from(
    printChecksums(content.map(({ path, bytes }) => ({ path, hash: sha256Of(bytes) }))),
  );
  return packFiles([
    ...content,
    { path: bundleFiles.sums, bytes: sums },
    { path: bundleFiles.signature, bytes: sign(sums) },
  ]);
}

/** The one archive that these files make as a bundle; paths below the bundle's folder. */
export function packFiles(files: readonly TarFile[]): Buffer {
  return writeTar(
    sortFiles(files).map(({ path, bytes }) => ({ path: `${bundleFolder}${path}`, bytes })),
  );
}

/** Compared as they are: the order may not depend on where it is made. */
function sortFiles(files: readonly TarFile[]): readonly TarFile[] {
  return files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
