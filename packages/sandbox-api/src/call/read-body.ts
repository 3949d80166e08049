import type { IncomingMessage } from "node:http";

import type { RawBody } from "@slipway/exchange";

/** Largest body worked on; the vendor has a ceiling, its value is not known (DOC, UNK). */
export const maxBodyBytes = 10 * 1024 * 1024;

/** What the record keeps of a body beyond the limit. */
const keptOfCutBytes = 64 * 1024;

/** How much of a body beyond the limit is read and thrown away, so that a client still writing gets its answer. */
const maxDiscardedBytes = 64 * 1024 * 1024;

/**
 * Reads a request's body as far as the limit; undefined bytes when it has none. Rejects when the client goes away meanwhile.
 */
export async function readBody(request: IncomingMessage): Promise<RawBody> {
  if (!announcesBody(request)) return { bytes: undefined };
  const chunks: Buffer[] = [];
  let length = 0;
  // Without an encoding set, the chunks of a request are buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length <= maxBodyBytes) chunks.push(chunk);
    else if (chunks.length > 0) keepBeginning(chunks, chunk);
    if (length > maxDiscardedBytes) break;
  }
  const bytes = Buffer.concat(chunks);
  return length > maxBodyBytes
    ? { bytes, cut: { limitBytes: maxBodyBytes, reason: "too-long" } }
    : { bytes: length === 0 ? undefined : bytes };
}

function announcesBody({ headers }: IncomingMessage): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

function keepBeginning(chunks: Buffer[], last: Buffer): void {
  const beginning = Buffer.concat([...chunks, last]).subarray(0, keptOfCutBytes);
  // A copy: a view would keep all of it in memory.
  chunks.splice(0, chunks.length, Buffer.from(beginning));
}
