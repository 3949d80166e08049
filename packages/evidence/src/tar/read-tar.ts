import {
  blockBytes,
  headerFields,
  headerSum,
  paddingOf,
  ustarMagic,
  type TarFile,
} from "./tar-file.ts";

/** What could be read of an archive. */
export interface TarReading {
  readonly files: readonly TarFile[];
  /**
   * - `whole`: it ends as an archive does.
   * - `truncated`: it ends too early; `within` names the file that is cut, if one is.
   * - `broken`: there is no header of a file where one has to be; `after` names the file before it, if there is one.
   */
  readonly end:
    | { readonly kind: "whole" }
    | { readonly kind: "truncated"; readonly within: string | undefined }
    | { readonly kind: "broken"; readonly offset: number; readonly after: string | undefined };
}

/** Reads an archive as far as that goes; fails never. What follows the end of the archive is not looked at. */
export function readTar(bytes: Uint8Array): TarReading {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const files: TarFile[] = [];
  let offset = 0;
  for (;;) {
    const header = archive.subarray(offset, offset + blockBytes);
    if (header.length < blockBytes) return { files, end: { kind: "truncated", within: undefined } };
    if (header.every((byte) => byte === 0)) return { files, end: endAt(archive, offset) };
    const entry = parseHeader(header);
    if (entry === undefined)
      return { files, end: { kind: "broken", offset, after: files.at(-1)?.path } };
    const start = offset + blockBytes;
    const next = start + entry.size + paddingOf(entry.size);
    if (next > archive.length) return { files, end: { kind: "truncated", within: entry.path } };
    files.push({ path: entry.path, bytes: archive.subarray(start, start + entry.size) });
    offset = next;
  }
}

function endAt(archive: Buffer, offset: number): TarReading["end"] {
  return archive.length < offset + 2 * blockBytes
    ? { kind: "truncated", within: undefined }
    : { kind: "whole" };
}

function parseHeader(header: Buffer): { readonly path: string; readonly size: number } | undefined {
  const text = ([offset, length]: readonly [number, number]): string =>
    header.toString("latin1", offset, offset + length);
  if (text(headerFields.magic) !== ustarMagic) return undefined;
  const sum = /^[0-7]{6}\0 $/u.exec(text(headerFields.checksum))?.[0];
  const size = /^[0-7]{11}\0$/u.exec(text(headerFields.size))?.[0];
  if (sum === undefined || size === undefined) return undefined;
  if (Number.parseInt(sum, 8) !== headerSum(header)) return undefined;
  const [path = ""] = text(headerFields.path).split("\0");
  return path === "" ? undefined : { path, size: Number.parseInt(size, 8) };
}
