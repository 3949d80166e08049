import { contentDigest, signedAuthorization } from "@slipway/ats-model";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import {
  addSigner,
  basic,
  clockFrom,
  openSandboxWorld,
  password,
  type SandboxWorld,
  type WorldAnswer,
  type WorldTenant,
} from "../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;

const key = "a key with blanks & ümlauts";
const person = "/customers/6101/people/77";

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
  await a.seed("people", 77, {
    firstname: "Ada",
    lastname: "Byron",
    email: "ada@example.test",
    folder: "D32006",
  });
  // The user that has a password already.
  await addSigner(world, { customerId: "6101", username: "user-a", key });
});
beforeEach(() => a.set(defaults));
afterAll(async () => world.close());

interface Signing {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  /** Signed in place of what is sent. */
  readonly signedPath?: string;
  readonly signedQuery?: string;
  readonly host?: string;
  readonly date?: string;
  readonly key?: string;
  readonly user?: string;
  /** Left out: host and date. */
  readonly names?: readonly string[];
  readonly sentHeaders?: Readonly<Record<string, string>>;
  readonly rewrite?: (authorization: string) => string;
}

const short = ["host", "x-icims-date"];
const long = ["content-type", "host", "x-icims-content-sha256", "x-icims-date"];

/** Sends a signed request; what the test names is signed or sent in place of the right thing. */
async function send(signing: Signing = {}): Promise<WorldAnswer> {
  const { method = "GET", path = person, body, names = short } = signing;
  const [sentPath = "", sentQuery = ""] = path.split("?");
  const all: Readonly<Record<string, string>> = {
    "content-type": "application/json",
    host: signing.host ?? new URL(a.base).host,
    "x-icims-content-sha256": contentDigest(body),
    "x-icims-date": signing.date ?? new Date().toISOString(),
  };
  const headers = Object.fromEntries(
    names.map((name): [string, string] => [name, all[name] ?? ""]),
  );
  const authorization = signedAuthorization(
    {
      method,
      path: signing.signedPath ?? sentPath,
      query: signing.signedQuery ?? sentQuery,
      headers,
    },
    { user: signing.user ?? "user-a", key: signing.key ?? key },
  );
  const { host: _host, ...sent } = { ...all, ...signing.sentHeaders };
  return a.call(method, path, {
    authorization: signing.rewrite?.(authorization) ?? authorization,
    headers: sent,
    ...(body === undefined ? {} : { body }),
  });
}

test.each<[string, Signing]>([
  ["host and date alone", {}],
  ["the four headers of real traffic", { names: long }],
  ["a query as sent", { path: `${person}?fields=lastname,firstname&b=2&a=1` }],
  [
    "a sorted query",
    { path: `${person}?fields=firstname&a=1`, signedQuery: "a=1&fields=firstname" },
  ],
  ["the host without its port", { host: "127.0.0.1" }],
  ["the date as the vendor writes it", { date: "2017-10-18T14:53:40+0000" }],
  ["the date with a colon in the offset", { date: "2017-10-18T14:53:40+00:00" }],
  ["blanks after the commas", { rewrite: (text) => text.replaceAll(",", ", ") }],
  ["a body", { method: "PATCH", body: '{"firstname":"Ada"}', names: long }],
  ["a body that the signature does not cover", { method: "PATCH", body: "{}" }],
])("lets in who signs %s", async (_what, signing) => {
  expect((await send(signing)).status).toBeLessThan(300);
});

const right = "7".repeat(64);

test.each<[string, Signing, string]>([
  ["another key", { key: "another" }, "The signed credentials are not valid"],
  ["an unknown user", { user: "nobody" }, "The signed credentials are not valid"],
  ["another path", { signedPath: "/customers/6101/people/78" }, "The signed credentials"],
  ["a query that was not signed", { path: `${person}?a=1`, signedQuery: "" }, "The signed"],
  ["another host", { host: "api.icims.com" }, "The signed credentials are not valid"],
  ["a date that is none", { date: "yesterday" }, "Expected x-icims-date as 2026-01-15T10:00:00Z"],
  ["no host signed", { names: ["x-icims-date"] }, "found host missing in signedheaders"],
  ["no date signed", { names: ["host"] }, "found x-icims-date missing in signedheaders"],
  [
    "a signed header that was not sent",
    { rewrite: (text) => text.replace("host;", "host;x-other;") },
    "found no header x-other",
  ],
  [
    "a header that cannot be read",
    { rewrite: () => "x-icims-v1-hmac-sha256 user=a" },
    "Expected the header authorization",
  ],
  [
    "upper-case digits",
    { rewrite: (text) => text.replace(/[0-9a-f]{64}$/, right.replaceAll("7", "A")) },
    "64 lower-case hex digits",
  ],
  [
    "another body than the one whose digest was signed",
    { names: long, method: "PATCH", body: "{}", sentHeaders: { "x-icims-content-sha256": right } },
    "The signed credentials are not valid",
  ],
])("refuses %s with 401 and code 9", async (_what, signing, message) => {
  const answer = await send(signing);
  expect(answer.status).toBe(401);
  expect(answer.json).toEqual({
    errors: [{ errorCode: 9, errorMessage: expect.stringContaining(message) }],
  });
  expect(answer.headers.get("x-error")).toContain("9:");
});

test("refuses a body that is not the one whose digest was signed, and tells the right digest", async () => {
  const wrongDigest = contentDigest("{}");
  const headers = {
    host: new URL(a.base).host,
    "x-icims-content-sha256": wrongDigest,
    "x-icims-date": new Date().toISOString(),
  };
  const { host: _host, ...sent } = headers;
  const authorization = signedAuthorization(
    { method: "PATCH", path: person, query: "", headers },
    { user: "user-a", key },
  );
  const body = '{"firstname":"Eve"}';
  const answer = await a.call("PATCH", person, { authorization, headers: sent, body });
  expect(answer.status).toBe(401);
  expect(answer.text).toContain(contentDigest(body));
  expect(await a.stored("people", 77)).toMatchObject({ firstname: "Ada" });
});

test("tells the digest of the canonical request, with which a signer finds where its own differs", async () => {
  const date = "2026-01-15T10:00:00Z";
  const { host } = new URL(a.base);
  const canonical = `GET\n${person}\n\nhost:${host}\nx-icims-date:${date}\n\nhost;x-icims-date`;
  expect((await send({ date, key: "another" })).text).toContain(contentDigest(canonical));
});

test("answers a wrong signature with code 6 where the tenant's switch says so", async () => {
  a.set({ switches: { ...defaults.switches, invalidSignatureCode: "6" } });
  expect((await send({ key: "another" })).json).toMatchObject({ errors: [{ errorCode: 6 }] });
});

test("takes any time, and where the switch says so only times near the tenant's own clock", async () => {
  a.setClock(clockFrom("2031-05-01T12:00:00Z"));
  expect((await send({ date: "2001-01-01T00:00:00Z" })).status).toBe(200);
  a.set({ switches: { ...defaults.switches, signatureClockSkew: "5-minutes" } });
  expect((await send({ date: "2031-05-01T14:04:00+0200" })).status).toBe(200);
  expect((await send({ date: "2031-05-01T11:56:00Z" })).status).toBe(200);
  const late = await send({ date: "2031-05-01T11:54:00Z" });
  expect(late.status).toBe(401);
  expect(late.text).toContain("within 5 minutes of 2031-05-01T12:0");
  expect((await send({ date: "2031-05-01T12:06:00Z" })).status).toBe(401);
  a.set({ switches: { ...defaults.switches, signatureClockSkew: "15-minutes" } });
  expect((await send({ date: "2031-05-01T11:46:00Z" })).status).toBe(200);
  expect((await send({ date: "2031-05-01T11:44:00Z" })).status).toBe(401);
});

test("leaves the password of the same user as it is", async () => {
  expect((await a.call("GET", person, { authorization: basic("user-a", password) })).status).toBe(
    200,
  );
  expect((await a.call("GET", person, { authorization: basic("user-a", key) })).status).toBe(401);
});

test("lets a key in until it expires, on the tenant's clock", async () => {
  const leaving = { customerId: "6101", username: "leaving", key: "soon gone" };
  await addSigner(world, { ...leaving, expiresAt: new Date("2031-06-01T00:00:00Z") });
  a.setClock(clockFrom("2031-05-31T23:00:00Z"));
  expect((await send({ user: "leaving", key: "soon gone" })).status).toBe(200);
  a.setClock(clockFrom("2031-06-01T00:00:01Z"));
  const ended = await send({ user: "leaving", key: "soon gone" });
  expect([ended.status, ended.json]).toMatchObject([401, { errors: [{ errorCode: 9 }] }]);
});

test("refuses a body beyond the limit for its size, though its digest cannot be checked", async () => {
  const body = "x".repeat(10 * 1024 * 1024 + 1);
  expect((await send({ method: "PATCH", body, names: long })).status).toBe(413);
});

test("does not let the customer of another user in", async () => {
  expect((await send({ path: "/customers/6102/people/77" })).status).toBe(404);
});

test("tells the recorder the signature and the key", async () => {
  await send();
  expect((await a.recorded()).at(-1)?.detail.knownSecrets).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    key,
  ]);
  expect((await a.recorded()).at(-1)?.detail.actor).toMatchObject({ username: "user-a" });
});
