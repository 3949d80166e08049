import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";

/** A request as a partner received it. */
export interface ReceivedCall {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage["headers"];
  /** As they arrived. */
  readonly bytes: Uint8Array;
  /** Decompressed. */
  readonly body: string;
}

export interface TestPartner {
  readonly endpoint: string;
  /** Everything received, in order. */
  readonly journal: readonly ReceivedCall[];
  readonly close: () => Promise<void>;
}

export type AnswerCall = (call: ReceivedCall, response: ServerResponse) => void | Promise<void>;

/** A partner on a real socket: keeps a journal of what it receives, and answers as told (default: 200 without a body). */
export async function startPartner(
  answer: AnswerCall = (_call, response) => void response.end(),
): Promise<TestPartner> {
  const journal: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const call = received(request, Buffer.concat(chunks));
      journal.push(call);
      void answer(call, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Bound to a port, the address is an object.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    journal,
    close: async () => {
      server.closeAllConnections();
      // Closing twice does no harm.
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function received(request: IncomingMessage, bytes: Buffer): ReceivedCall {
  const isGzip = request.headers["content-encoding"] === "gzip";
  return {
    method: request.method ?? "",
    url: request.url ?? "",
    rawHeaders: request.rawHeaders,
    headers: request.headers,
    bytes,
    body: (isGzip ? gunzipSync(bytes) : bytes).toString("utf8"),
  };
}
