import { parseClaim, type BundleClaim } from "../bundle/bundle-claim.ts";
import { bundleFiles, bundleFolder } from "../bundle/bundle-layout.ts";
import { sha256Of } from "../bundle/checksum-list.ts";
import { packFiles } from "../bundle/pack-bundle.ts";
import type { KeyList, PublishedKey } from "../keys/key-list.ts";
import { readTar, type TarReading } from "../tar/read-tar.ts";
import { ustarMagic, type TarFile } from "../tar/tar-file.ts";
import type { BundleFinding } from "./bundle-finding.ts";
import { compareFiles } from "./compare-files.ts";
import { checkSignature } from "./check-signature.ts";

/**
 * What became of a bundle.
 * - `genuine`: every byte is as it was signed, by a key that is known and was not revoked.
 * - `altered`: it is not as it was signed.
 * - `key-unknown`: nothing contradicts it, and nobody that is known vouches for it.
 * - `key-revoked`: it is as it was signed, by a key that was revoked.
 * - `not-a-bundle`: it is something else.
 */
export type BundleVerdict = "genuine" | "altered" | "key-unknown" | "key-revoked" | "not-a-bundle";

/** What can be said of a bundle from its bytes and a list of keys. */
export interface BundleVerification {
  readonly verdict: BundleVerdict;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** What the bundle says; undefined where that cannot be read. */
  readonly claim: BundleClaim | undefined;
  /** The known key whose signature it bears. */
  readonly signedBy: PublishedKey | undefined;
  /** Everything that is wrong with it. */
  readonly findings: readonly BundleFinding[];
}

/** Verifies a bundle by its bytes alone, against keys that were got from the programme. Fails never. */
export function verifyBundle(
  bytes: Uint8Array,
  { keys }: Pick<KeyList, "keys">,
): BundleVerification {
  const sha256 = sha256Of(bytes);
  const reading = readTar(bytes);
  if (!isBundle(bytes, reading)) {
    const findings = [{ kind: "not-a-bundle" }] as const;
    return { verdict: "not-a-bundle", sha256, claim: undefined, signedBy: undefined, findings };
  }
  const files = reading.files.map(inFolder);
  const claim = parseClaim(textOf(files, bundleFiles.claim));
  const { signedBy, findings: ofSignature } = checkSignature({
    files,
    keys,
    claimed: claim?.keyId,
  });
  const findings = [
    ...ofSignature,
    ...(reading.end.kind === "whole" ? compareFiles(files) : []),
    ...findingsOfArchive(bytes, files, reading),
  ];
  return { verdict: verdictOf(findings), sha256, claim, signedBy, findings };
}

/** Even one whose first header was altered still looks like one. */
function isBundle(bytes: Uint8Array, { files }: TarReading): boolean {
  const head = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  if (files.length === 0)
    return head.startsWith(bundleFolder) || head.slice(257, 265) === ustarMagic;
  return files.some(({ path }) => path.startsWith(bundleFolder));
}

/** What stands elsewhere keeps its whole path, with which it is nothing that belongs here. */
function inFolder({ path, bytes }: TarFile): TarFile {
  return path.startsWith(bundleFolder)
    ? { path: path.slice(bundleFolder.length), bytes }
    : { path: `/${path}`, bytes };
}

function textOf(files: readonly TarFile[], wanted: string): string {
  return Buffer.from(files.find(({ path }) => path === wanted)?.bytes ?? []).toString();
}

function findingsOfArchive(
  bytes: Uint8Array,
  files: readonly TarFile[],
  { end }: TarReading,
): readonly BundleFinding[] {
  if (end.kind === "truncated") return [{ kind: "truncated", within: below(end.within) }];
  if (end.kind === "broken")
    return [{ kind: "archive-altered", offset: end.offset, near: below(end.after) }];
  // What stands outside the folder, or twice, is told already; the rest has exactly one form.
  const known = files.filter(({ path }) => !path.startsWith("/"));
  if (known.length !== files.length) return [];
  const expected = packFiles(known);
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (expected.equals(found)) return [];
  const differs = expected.findIndex((byte, index) => byte !== found[index]);
  const offset = differs === -1 ? expected.length : differs;
  return [{ kind: "archive-altered", offset, near: fileAt(files, offset) }];
}

/** In whose entry an offset lies. */
function fileAt(files: readonly TarFile[], offset: number): string | undefined {
  let start = 0;
  for (const { path, bytes } of files) {
    start += 512 + Math.ceil(bytes.length / 512) * 512;
    if (offset < start) return path;
  }
  return files.at(-1)?.path;
}

function below(path: string | undefined): string | undefined {
  return path?.startsWith(bundleFolder) === true ? path.slice(bundleFolder.length) : path;
}

function verdictOf(findings: readonly BundleFinding[]): BundleVerdict {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.size === 0) return "genuine";
  for (const kind of ["key-unknown", "key-revoked"] as const)
    if (kinds.size === 1 && kinds.has(kind)) return kind;
  return "altered";
}
