import {
  blockBytes,
  headerFields,
  headerSum,
  paddingOf,
  ustarMagic,
  type TarFile,
} from "./tar-file.ts";

/**
 * An uncompressed POSIX ustar archive of these files in this order. Owner, rights and time of every entry are the same, so that
 * equal files give equal bytes, wherever and whenever they are packed.
 */
export function writeTar(files: readonly TarFile[]): Buffer {
  const entries = files.flatMap(({ path, bytes }) => [
    headerOf(path, bytes.length),
    bytes,
    Buffer.alloc(paddingOf(bytes.length)),
  ]);
  return Buffer.concat([...entries, Buffer.alloc(2 * blockBytes)]);
}

function headerOf(path: string, size: number): Buffer {
  const [, longest] = headerFields.path;
  if (!/^[!-~]+$/u.test(path) || path.length > longest)
    throw new Error(`Expected a path of at most ${longest} ASCII characters, found ${path}`);
  const header = Buffer.alloc(blockBytes);
  header.write(path, 0, "latin1");
  const numbers: readonly (readonly [offset: number, digits: number, value: number])[] = [
    // Mode, owner, group, size, time of change.
    [100, 7, 0o644],
    [108, 7, 0],
    [116, 7, 0],
    [124, 11, size],
    [136, 11, 0],
    // Device numbers, which nothing here has.
    [329, 7, 0],
    [337, 7, 0],
  ];
  for (const [offset, digits, value] of numbers)
    header.write(value.toString(8).padStart(digits, "0"), offset, "latin1");
  // An ordinary file.
  header.write("0", 156, "latin1");
  header.write(ustarMagic, headerFields.magic[0], "latin1");
  header.write("root", 265, "latin1");
  header.write("root", 297, "latin1");
  header.write(
    `${headerSum(header).toString(8).padStart(6, "0")}\0 `,
    headerFields.checksum[0],
    "latin1",
  );
  return header;
}
