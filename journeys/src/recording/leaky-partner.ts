import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";

/** A partner that repeats, wherever an answer has room, the password it was called with and secrets of its own. */
export interface LeakyPartner {
  readonly endpoint: string;
  /** How many answers it has spoilt. */
  readonly answerCount: () => number;
  readonly close: () => Promise<void>;
}

/** Stands before a working partner at `endpoint` and spoils its answers. `ownSecrets` goes into places that hold secrets. */
export async function startLeakyPartner(
  endpoint: string,
  ownSecrets: readonly string[],
): Promise<LeakyPartner> {
  let answerCount = 0;
  const server = createServer((asked, reply) => {
    answerCount += 1;
    void pass(asked, endpoint).then((answer) => {
      spoil(reply, answer, { password: passwordOf(asked), ownSecrets, number: answerCount });
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // A listening server of this kind has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    answerCount: () => answerCount,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface PassedAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

async function pass(asked: IncomingMessage, endpoint: string): Promise<PassedAnswer> {
  const { host: _host, connection: _connection, ...headers } = asked.headers;
  const { method = "GET" } = asked;
  const sent = request(`${endpoint}${asked.url ?? "/"}`, { method, headers, agent: false });
  sent.end(await buffer(asked));
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return {
    status: answer.statusCode ?? 500,
    type: answer.headers["content-type"] ?? "application/json",
    body: await buffer(answer),
  };
}

function passwordOf({ headers }: IncomingMessage): string {
  const given = Buffer.from((headers.authorization ?? "").replace(/^Basic /, ""), "base64");
  return given.toString("utf8").replace(/^[^:]*:/, "");
}

interface Leak {
  readonly password: string;
  readonly ownSecrets: readonly string[];
  readonly number: number;
}

function spoil(reply: ServerResponse, { status, type, body }: PassedAnswer, leak: Leak): void {
  const { password, ownSecrets, number } = leak;
  const text = body.length === 0 ? body : Buffer.from(spoiltJson(body.toString("utf8"), leak));
  // Every other answer is compressed, whether asked for or not.
  const isCompressed = number % 2 === 0 && text.length > 0;
  reply.writeHead(status, {
    "content-type": type,
    ...(isCompressed ? { "content-encoding": "gzip" } : {}),
    "x-echo": encodeURIComponent(password),
    "x-login": Buffer.from(`platform:${password}`).toString("base64"),
    "set-cookie": `session=${ownSecrets[0] ?? ""}; HttpOnly`,
    "x-api-key": ownSecrets[1] ?? "",
    link: `<http://someone:${ownSecrets[2] ?? ""}@partner.example.test/next>; rel="next"`,
  });
  reply.end(isCompressed ? gzipSync(text) : text);
}

function spoiltJson(text: string, leak: Leak): string {
  const { password, ownSecrets } = leak;
  const value = JSON.parse(text) as Record<string, unknown>;
  const error = value["error"] as { userMessage: string } | undefined;
  const leaks = {
    debug: [{ deep: { sentence: `called with ${password} by you`, [password]: 1 } }],
    quoted: JSON.stringify({ password, access_token: ownSecrets[0] }),
    trace: `\n    at login (/srv/app/login.js:10:5) ${Buffer.from(`x:${password}`).toString("base64")}`,
    client_secret: ownSecrets[1],
    usssn: ownSecrets[3],
  };
  if (error === undefined) return JSON.stringify({ ...value, leaks });
  const userMessage = `${error.userMessage} (login ${password}, ssn ${ownSecrets[3] ?? ""})`;
  return JSON.stringify({ ...value, leaks, error: { ...error, userMessage, leaks } });
}
