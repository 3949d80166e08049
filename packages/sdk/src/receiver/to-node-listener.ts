import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

import type { RequestHandler } from "./inbound-request.ts";

/** A handler as a listener of `node:http`, which Express and its kin take as well (before any middleware that reads bodies). */
export function toNodeListener(
  handler: RequestHandler,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (incoming, outgoing) => {
    void answer(handler, incoming, outgoing).catch(() => outgoing.destroy()); // The caller went away, or sent no HTTP we know.
  };
}

async function answer(
  handler: RequestHandler,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const response = await handler(requestOf(incoming));
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...Object.fromEntries(response.headers),
    "content-length": body.length,
  });
  outgoing.end(body);
}

function requestOf(incoming: IncomingMessage): Request {
  const { method = "GET", url = "/", headers: sent, rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  // A relative address alone is no URL; which host it names is looked at in the header.
  const target = new URL(url, `http://${sent.host ?? "localhost"}`);
  if (method === "GET" || method === "HEAD") return new Request(target, { method, headers });
  // Node's two declarations of the same stream differ.
  const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
  const init = { method, headers, body, duplex: "half" } as RequestInit; // `duplex` is missing from the DOM's type.
  return new Request(target, init);
}
