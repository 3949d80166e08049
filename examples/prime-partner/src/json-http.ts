import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

import { unreadable } from "./refusal.ts";

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  /** Leaves in place of the body where it is to be no JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const largestBodyBytes = 1024 * 1024;
const decompress = promisify(gunzip);

/** A server that answers every request with JSON. `answer` never rejects. */
export function createJsonServer(
  answer: (request: IncomingMessage) => Promise<JsonAnswer>,
): Server {
  return createServer((request, response) => {
    void answer(request).then((one) => send(response, one));
  });
}

/** Starts to listen; resolves with the port. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A server that listens on TCP has an address of this kind.
  return (server.address() as AddressInfo).port;
}

/** Ends a server once running answers are finished. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

/** The body as text, decompressed where it is gzip; refuses with 400 what is too large or no UTF-8. */
export async function readText(request: IncomingMessage): Promise<string> {
  const bytes = await readBytes(request);
  const isGzip = request.headers["content-encoding"] === "gzip";
  try {
    const plain = isGzip ? await decompress(bytes, { maxOutputLength: largestBodyBytes }) : bytes;
    return new TextDecoder("utf-8", { fatal: true }).decode(plain);
  } catch (error) {
    throw unreadable(
      isGzip ? `the body is no gzip of UTF-8: ${String(error)}` : "the body is no UTF-8",
    );
  }
}

/** Parses a body; refuses with 400 what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadable("the body is no JSON");
  }
}

const arrived = new WeakMap<IncomingMessage, Promise<Buffer>>();

/** The body as it arrived, compressed or not; however often it is asked for, it is read once. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const bytes = arrived.get(request) ?? receive(request);
  arrived.set(request, bytes);
  return bytes;
}

async function receive(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let byteCount = 0;
  // A request without an encoding set yields buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    byteCount += chunk.length;
    // Read to its end in any case: a connection cut in between would lose the answer.
    if (byteCount <= largestBodyBytes) chunks.push(chunk);
  }
  if (byteCount > largestBodyBytes) throw unreadable("the body is larger than 1 MB");
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, answer: JsonAnswer): void {
  const text = answer.text ?? JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    ...answer.headers,
  });
  response.end(text);
}
