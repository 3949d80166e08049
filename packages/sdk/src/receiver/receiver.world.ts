import { once } from "node:events";
import { createServer, request as openRequest } from "node:http";
import type { AddressInfo } from "node:net";

import { toNodeListener, type RequestHandler } from "../index.ts";

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export interface SentRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A receiver on a real socket, and somebody who sends bytes as they are. */
export interface ReceiverWorld {
  readonly origin: string;
  readonly send: (request: SentRequest) => Promise<ReceivedAnswer>;
  readonly close: () => Promise<void>;
}

export async function serveReceiver(handler: RequestHandler): Promise<ReceiverWorld> {
  const server = createServer(toNodeListener(handler));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A server that listens on TCP has an address of this kind.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    send: async ({ method = "POST", path = "/events", headers = {}, body = "" }) =>
      new Promise((resolve, reject) => {
        const call = openRequest(new URL(path, origin), { method, headers: { ...headers } });
        call.on("error", reject);
        call.on("response", (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () => {
            const { statusCode: status = 0, headers: answered } = response;
            resolve({ status, headers: answered, text: Buffer.concat(chunks).toString("utf8") });
          });
        });
        call.end(body);
      }),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export const statusChange = {
  eventType: "WorkFlowStatusChangeEvent",
  customerId: "9001",
  systemId: "501",
  jobId: "77",
  personId: "88",
  userId: "9",
  oldStatus: "1",
  newStatus: "2",
  links: [
    { rel: "job", title: "Job Profile", url: "https://api.icims.com/customers/9001/jobs/77" },
  ],
} as const;
