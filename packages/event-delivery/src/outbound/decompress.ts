import { createGunzip, createInflate, constants, type Gunzip, type Inflate } from "node:zlib";

import { boundedBytes } from "./bounded-bytes.ts";

/** A body after decompression. */
export interface Decompressed {
  readonly bytes: Uint8Array | undefined;
  /** It would have become longer than the limit, and was cut there. */
  readonly isCut: boolean;
}

/**
 * Decompresses up to `limitBytes` and no further. A stream that ends early gives what is in it; one that cannot be read at
 * all, and an encoding that was not asked for, gives the bytes as they came.
 */
export async function decompress(
  bytes: Uint8Array | undefined,
  encoding: string | undefined,
  limitBytes: number,
): Promise<Decompressed> {
  const stream = decoderOf(encoding);
  if (bytes === undefined || stream === undefined) return { bytes, isCut: false };
  const kept = boundedBytes(limitBytes);
  try {
    stream.end(bytes);
    for await (const chunk of stream) {
      // The stream is in byte mode: its chunks are buffers.
      if (!kept.append(chunk as Buffer)) break;
    }
  } catch {
    if (kept.bytes() === undefined) return { bytes, isCut: false }; // No compressed data at all: kept as it came.
  }
  return { bytes: kept.bytes(), isCut: kept.isFull() };
}

function decoderOf(encoding: string | undefined): Gunzip | Inflate | undefined {
  const options = { finishFlush: constants.Z_SYNC_FLUSH };
  switch (encoding?.trim().toLowerCase() ?? "") {
    case "gzip":
    case "x-gzip":
      return createGunzip(options);
    case "deflate":
      return createInflate(options);
    default:
      return undefined;
  }
}
