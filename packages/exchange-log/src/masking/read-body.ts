import { isUtf8 } from "node:buffer";
import { brotliDecompressSync, constants, gunzipSync, inflateSync } from "node:zlib";

import type { Header, RawBody } from "@slipway/exchange";

/** A body as far as it is looked at. */
export type ReadBody =
  | { readonly kind: "none" }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly byteCount: number;
      readonly cut: boolean;
    }
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      readonly byteCount: number;
      readonly cut: boolean;
    };

/** How much more than what is stored is looked at, so that a secret at the edge is seen whole. */
const overlapBytes = 16_384;

/** The body's text, or its bytes where it is not UTF-8; no more than a little over `limitBytes`. */
export function readBody(body: RawBody, headers: readonly Header[], limitBytes: number): ReadBody {
  if (body.bytes === undefined || body.bytes.length === 0) return { kind: "none" };
  const plain = decompress(body.bytes, headers, limitBytes + overlapBytes);
  const cut = body.cut !== undefined || plain.cut || plain.bytes.length > limitBytes + overlapBytes;
  const seen = plain.bytes.subarray(0, limitBytes + overlapBytes);
  const whole = cut ? withoutBrokenEnd(seen) : seen;
  const byteCount = plain.bytes.length;
  if (!isUtf8(whole)) return { kind: "bytes", bytes: whole, byteCount, cut };
  const text = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength).toString("utf8");
  return { kind: "text", text, byteCount, cut };
}

/** A character whose last bytes were cut off is no sign of another encoding. */
function withoutBrokenEnd(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) return bytes;
  }
  return bytes;
}

interface Plain {
  readonly bytes: Uint8Array;
  readonly cut: boolean;
}

/**
 * Bodies arrive decompressed; one that still is compressed (twice, or by a sender whose header does not say so) would hide
 * what it holds. What cannot be read is stored without content.
 */
function decompress(bytes: Uint8Array, headers: readonly Header[], maxOutputLength: number): Plain {
  const open = opener(bytes, headers);
  if (open === undefined) return { bytes, cut: false };
  // The flush makes a stream that was cut give what it has.
  const options = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    return { bytes: open(bytes, options), cut: false };
  } catch {
    return { bytes: new Uint8Array(0), cut: true };
  }
}

type Opener = (
  bytes: Uint8Array,
  options: { maxOutputLength: number; finishFlush: number },
) => Buffer;

function opener(bytes: Uint8Array, headers: readonly Header[]): Opener | undefined {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync;
  if (isUtf8(bytes)) return undefined;
  const encoding = headers.find(([name]) => name.toLowerCase() === "content-encoding")?.[1];
  if (encoding === "br")
    return (given, { maxOutputLength }) => brotliDecompressSync(given, { maxOutputLength });
  return encoding === "deflate" ? inflateSync : undefined;
}
