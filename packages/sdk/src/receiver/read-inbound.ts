import { gunzip } from "node:zlib";

import { Refusal } from "../answer/refusal.ts";
import type { InboundRequest } from "./inbound-request.ts";

export interface BodyLimits {
  /** As it arrives. Left out: 64 KB. */
  readonly greatestBodyBytes?: number;
  /** Without compression; a small body can become a very large one. Left out: 1 MB. */
  readonly greatestPlainBytes?: number;
}

export interface ReadInbound {
  readonly inbound: InboundRequest;
  /** Why the body could not be taken (400, 413, 415); it is empty then. Answered only to somebody known. */
  readonly refusal: Refusal | undefined;
}

const nothing = new Uint8Array();

/** Reads a request to its end, for an answer before that can be lost. */
export async function readInbound(request: Request, limits: BodyLimits): Promise<ReadInbound> {
  const { pathname, search, host } = new URL(request.url);
  const { method, headers } = request;
  const head = {
    method,
    target: pathname + search,
    headers,
    host: headers.get("host") ?? host,
  };
  try {
    const { greatestBodyBytes = 65_536, greatestPlainBytes = 1_048_576 } = limits;
    const rawBody = await readBytes(request, greatestBodyBytes);
    const body = await plainOf(request, rawBody, greatestPlainBytes);
    return { inbound: { ...head, rawBody, body }, refusal: undefined };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { inbound: { ...head, rawBody: nothing, body: nothing }, refusal: error };
  }
}

async function readBytes({ body }: Request, greatestBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let count = 0;
  // A body is bytes, which one of the two declarations of this stream leaves open.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    count += chunk.byteLength;
    if (count <= greatestBytes) chunks.push(chunk);
  }
  if (count > greatestBytes) throw tooLarge(`${count} bytes`, greatestBytes);
  return Buffer.concat(chunks);
}

async function plainOf(
  { headers }: Request,
  bytes: Uint8Array,
  maxOutputLength: number,
): Promise<Uint8Array> {
  const encoding = headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding === "identity" || encoding === "") return bytes;
  if (encoding !== "gzip") {
    const debugErrorMessage = `Expected the content encoding gzip or none, found ${encoding}.`;
    throw new Refusal({ status: 415, userMessage: unreadable, debugErrorMessage });
  }
  return new Promise((resolve, reject) => {
    gunzip(bytes, { maxOutputLength }, (error, plain) => {
      if (error === null) resolve(plain);
      else if ("code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
        reject(tooLarge("more after decompression", maxOutputLength));
      else
        reject(
          new Refusal({
            status: 400,
            userMessage: unreadable,
            debugErrorMessage: "Expected a body of gzip, as its content encoding says.",
          }),
        );
    });
  });
}

const unreadable = "The request could not be read. Please contact support.";

function tooLarge(found: string, greatestBytes: number): Refusal {
  const debugErrorMessage = `Expected a body of at most ${greatestBytes} bytes, found ${found}.`;
  return new Refusal({
    status: 413,
    userMessage: "The request is too large. Please contact support.",
    debugErrorMessage,
  });
}
