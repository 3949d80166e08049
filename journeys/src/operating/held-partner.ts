import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { packagesOf, platformLogin } from "../harness/validation.world.ts";

/** A partner's endpoint for both tenants that answers what is asked, or holds its answers back. */
export interface HeldPartner {
  readonly endpoint: string;
  /** Verbs and paths, as they came. */
  readonly calls: readonly string[];
  /** From now on nobody gets an answer until `release`. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

export async function startHeldPartner(): Promise<HeldPartner> {
  const calls: string[] = [];
  let gate = Promise.withResolvers<void>();
  gate.resolve();
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    calls.push(`${method} ${new URL(url, "http://partner").pathname}`);
    request.resume();
    void gate.promise.then(() => {
      const { status, body } = answerTo(url, headers.authorization);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening server of this kind has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    hold: () => {
      gate = Promise.withResolvers<void>();
    },
    release: () => {
      gate.resolve();
    },
    close: async () => {
      gate.resolve();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

function answerTo(url: string, authorization: string | undefined): Answer {
  if (!url.startsWith("/packages")) return { status: 202, body: { partnerOrderId: "P-1" } };
  const region = (["a", "b"] as const).find((one) => {
    const { username, password } = platformLogin[one];
    const login = Buffer.from(`${username}:${password}`).toString("base64");
    return authorization === `Basic ${login}`;
  });
  if (region === undefined) return { status: 401, body: {} };
  return { status: 200, body: { packages: packagesOf[region] } };
}
