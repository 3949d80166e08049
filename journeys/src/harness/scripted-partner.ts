import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { TlsOptions } from "node:tls";
import { gunzipSync } from "node:zlib";

/** A call as it arrived, byte for byte. */
export interface PartnerCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly bytes: Buffer;
  /** The body, unpacked and parsed; undefined when it is no JSON. */
  readonly json: unknown;
}

export interface PartnerAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is; anything else as JSON. */
  readonly body?: unknown;
}

/** What to answer; undefined: never. */
export type PartnerScript = (call: PartnerCall) => PartnerAnswer | undefined;

/** A partner's endpoint on loopback that answers what the test wants. */
export interface ScriptedPartner {
  readonly endpoint: string;
  readonly port: number;
  readonly calls: readonly PartnerCall[];
  readonly close: () => Promise<void>;
}

export async function startScriptedPartner(
  script: PartnerScript,
  tls?: TlsOptions,
): Promise<ScriptedPartner> {
  const calls: PartnerCall[] = [];
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    void (async () => {
      const call = await callOf(request);
      calls.push(call);
      send(response, script(call));
    })();
  };
  const server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening server of this kind has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    port,
    calls,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export interface PartnerLogin {
  readonly username: string;
  readonly password: string;
}

/** The package list for whoever knows the login, 401 for others, and 202 for everything else. */
export function welcoming(login: PartnerLogin, packageId: string): PartnerScript {
  const expected = `Basic ${Buffer.from(`${login.username}:${login.password}`).toString("base64")}`;
  return ({ path, headers }) => {
    if (headers.authorization !== expected) return { status: 401 };
    if (path === "/packages")
      return { status: 200, body: { packages: [{ packageId, name: "Numbers", active: true }] } };
    return { status: 202, body: { partnerOrderId: "P-1" } };
  };
}

async function callOf(request: IncomingMessage): Promise<PartnerCall> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://partner.example.test");
  const bytes = await buffer(request);
  return {
    method: request.method ?? "",
    path: pathname,
    query: searchParams,
    headers: request.headers,
    bytes,
    json: jsonIn(request.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes),
  };
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined; // An empty body, mostly.
  }
}

function send(response: ServerResponse, answer: PartnerAnswer | undefined): void {
  if (answer === undefined) return;
  const { status, headers = {}, body } = answer;
  const isText = typeof body === "string";
  response.writeHead(status, {
    "content-type": isText ? "text/html" : "application/json",
    ...headers,
  });
  response.end(isText ? body : JSON.stringify(body ?? {}));
}
