/** A file of an archive. */
export interface TarFile {
  /** Relative, with forward slashes, in ASCII, at most 100 characters. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything in an archive is counted in blocks of this size. */
export const blockBytes = 512;

/** Where the fields of a header stand that are read again. */
export const headerFields = {
  path: [0, 100],
  size: [124, 12],
  checksum: [148, 8],
  magic: [257, 8],
} as const satisfies Readonly<Record<string, readonly [offset: number, length: number]>>;

/** What says that a header is one of POSIX ustar. */
export const ustarMagic = "ustar\u000000";

/** The sum that a header carries: of all its bytes, those of the sum itself counted as blanks. */
export function headerSum(header: Uint8Array): number {
  const [from, length] = headerFields.checksum;
  return header.reduce(
    (sum, byte, index) => sum + (index >= from && index < from + length ? 0x20 : byte),
    0,
  );
}

/** How many bytes follow a file's own until the next block begins. */
export function paddingOf(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes;
}
