import { createHash } from "node:crypto";

/** A file with its SHA-256 in hexadecimal, as `sha256sum` lists it. */
export interface Checksum {
  readonly path: string;
  readonly hash: string;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The list as `sha256sum -c` reads it. */
export function printChecksums(checksums: readonly Checksum[]): string {
  return checksums.map(({ path, hash }) => `${hash}  ${path}\n`).join("");
}

/** The entries of a list, and the number of the first line that is none. */
export function parseChecksums(text: string): {
  readonly checksums: readonly Checksum[];
  readonly wrongLine: number | undefined;
} {
  const lines = text.split("\n");
  // A list ends with its last line's end.
  const last = lines.pop();
  const read = lines.map((line) => /^([0-9a-f]{64}) {2}(\S+)$/u.exec(line));
  const wrong = [...read, last === "" ? undefined : null].indexOf(null);
  return {
    checksums: read.flatMap((match) => {
      const [, hash, path] = match ?? [];
      return hash === undefined || path === undefined ? [] : [{ path, hash }];
    }),
    wrongLine: wrong === -1 ? undefined : wrong + 1,
  };
}
