import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

import type { Opened } from "./opened.ts";

/** A partner that answers every call alike. */
export interface WorldPartner {
  readonly endpoint: string;
  readonly calls: readonly WorldCall[];
  /** From now on; at first status 200 and `{}`. */
  readonly answerWith: (status: number, body: string) => void;
}

export interface WorldCall {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

export async function startWorldPartner(opened: Opened[]): Promise<WorldPartner> {
  const calls: WorldCall[] = [];
  let answer = { status: 200, body: "{}" };
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      calls.push({ path: request.url ?? "", headers: request.headers, bytes });
      response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  opened.push({
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
  return {
    // A listening server of this kind has an address with a port.
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answerWith: (status, body) => {
      answer = { status, body };
    },
  };
}
