import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { addCredential } from "../credentials/add-credential.ts";
import {
  basic,
  clockFrom,
  openSandboxWorld,
  password,
  sendBytes,
  type SandboxWorld,
  type WorldTenant,
} from "../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
  await a.seed("people", 77, { firstname: "Ada" });
  await world.b.seed("people", 77, { firstname: "Bo" });
});
beforeEach(() => a.set(defaults));
afterAll(async () => world.close());

const asUserA = basic("user-a", password);
const rawGet = async (base: string, path: string): Promise<string> =>
  sendBytes(
    base,
    `GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${asUserA}\r\nconnection: close\r\n\r\n`,
  );
/** What may differ between two answers: date and transaction id. */
const without = (answer: string): string =>
  answer.replace(/^date: .*\r\n/im, "").replace(/^x-transaction: .*\r\n/im, "");

test("gives the same bytes for another customer, the other region's and an unknown one", async () => {
  await addCredential(world.database.queries, {
    customerId: "6102",
    username: "user-a",
    password: "another",
    userId: 1,
    loginGroup: "",
    createdAt: new Date(),
  });
  const unknown = without(await rawGet(a.base, "/customers/9999/people/77"));
  expect(unknown).toMatch(/^HTTP\/1\.1 404 /);
  expect(unknown).toContain('"errorCode":2');
  const others = [
    await rawGet(a.base, "/customers/6102/people/77"),
    await rawGet(a.base, "/customers/6102/people/4711"),
    await rawGet(a.base, "/customers/6102/nosuch/path/at/all"),
    await rawGet(a.base, "/customers/9999/applicantworkflows/1"),
    await rawGet(world.b.base, "/customers/6101/people/77"),
  ];
  expect(others.map(without)).toEqual(others.map(() => unknown));
});

test("keeps a call for another customer with the caller's own log", async () => {
  const answer = await a.call("GET", "/customers/6102/people/77");
  const id = answer.headers.get("x-transaction");
  expect((await a.recorded()).some((row) => row.transaction_id === id)).toBe(true);
  expect((await world.b.recorded()).some((row) => row.transaction_id === id)).toBe(false);
});

test.each([
  ["none", undefined],
  ["a wrong password", basic("user-a", "wrong")],
  ["an unknown user", basic("nobody", password)],
  ["another scheme", "Digest abc"],
  ["no colon", `Basic ${Buffer.from("user-a").toString("base64")}`],
  ["no base64", "Basic %%%"],
  ["a NUL in the name", basic("user\0a", password)],
])("refuses credentials: %s", async (_what, authorization) => {
  for (const path of ["/customers/6101/people/77", "/customers/9999", "/nowhere"]) {
    const answer = await a.call("GET", path, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      errors: [{ errorCode: 6, errorMessage: "Invalid username or password." }],
    });
    expect(answer.headers.get("x-error")).toBe("6:Invalid username or password.");
    expect(answer.headers.get("x-ratelimit-limit")).toBeNull();
  }
});

test("answers wrong credentials with code 9 where the tenant's switch says so", async () => {
  a.set({ switches: { ...defaults.switches, wrongCredentialsCode: "9" } });
  const answer = await a.call("GET", "/customers/6101", { authorization: basic("user-a", "x") });
  expect(answer.json).toMatchObject({ errors: [{ errorCode: 9 }] });
});

test("records a stranger's call for the tenant that it was meant for", async () => {
  const answer = await a.call("GET", "/customers/6101/people/77", { authorization: undefined });
  const row = (await a.recorded()).at(-1);
  expect(row?.transaction_id).toBe(answer.headers.get("x-transaction"));
  expect(row?.detail.actor).toEqual({ kind: "unauthenticated" });
});

test("tells the recorder the password that was presented", async () => {
  await a.call("GET", "/customers/6101");
  expect((await a.recorded()).at(-1)?.detail.knownSecrets).toEqual([password]);
});

test("lets a credential in until it expires, on the tenant's clock", async () => {
  await addCredential(world.database.queries, {
    customerId: "6101",
    username: "leaving",
    password,
    userId: 901,
    loginGroup: "",
    expiresAt: new Date("2026-05-01T00:00:00Z"),
    createdAt: new Date(),
  });
  const authorization = basic("leaving", password);
  a.setClock(clockFrom("2026-04-30T23:00:00Z"));
  expect((await a.call("GET", "/customers/6101", { authorization })).status).toBe(200);
  a.setClock(clockFrom("2026-05-01T00:00:01Z"));
  expect((await a.call("GET", "/customers/6101", { authorization })).status).toBe(401);
});

test("carries the headers of live traffic", async () => {
  a.setClock(clockFrom("2026-03-01T21:25:01Z"));
  const { headers } = await a.call("GET", "/customers/6101/people/77");
  expect(Object.fromEntries(headers)).toMatchObject({
    "cache-control": "no-cache,no-store,no-transform,must-revalidate,max-age=0,s-maxage=0",
    "content-language": "en-US,us",
    "content-security-policy": "frame-ancestors 'self'",
    "content-type": "application/json;charset=UTF-8",
    "strict-transport-security": "max-age=7776000",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "x-ratelimit-limit": "10000",
    "x-ratelimit-remaining": expect.stringMatching(/^\d+$/),
    "x-transaction": expect.stringMatching(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/),
  });
  expect(Math.abs(9_299 - Number(headers.get("x-ratelimit-reset")))).toBeLessThan(30);
  expect(headers.get("date")).toMatch(/^Sun, 01 Mar 2026 21:2/);
});

test("refuses requests beyond the day's quota until the tenant's midnight", async () => {
  a.setClock(clockFrom("2026-06-01T23:59:00Z"));
  a.set({ requestQuota: 3 });
  const remaining: (string | null)[] = [];
  for (let n = 0; n < 3; n += 1) {
    const answer = await a.call("GET", "/customers/6101/people/77");
    expect(answer.status).toBe(200);
    remaining.push(answer.headers.get("x-ratelimit-remaining"));
  }
  expect(remaining).toEqual(["2", "1", "0"]);
  const over = await a.call("GET", "/customers/6101/people/77");
  expect(over.status).toBe(429);
  expect(over.json).toMatchObject({ errors: [{ errorCode: 429 }] });
  expect(Number(over.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  expect((await a.recorded()).at(-1)).toMatchObject({ status: 429 });
  a.setClock(clockFrom("2026-06-02T00:00:05Z"));
  const nextDay = await a.call("GET", "/customers/6101/people/77");
  expect(nextDay.status).toBe(200);
  expect(nextDay.headers.get("x-ratelimit-remaining")).toBe("2");
});

test("answers another HTTP version with 505", async () => {
  const old = await sendBytes(
    a.base,
    `GET /customers/6101 HTTP/1.0\r\nauthorization: ${asUserA}\r\n\r\n`,
  );
  expect(old).toMatch(/^HTTP\/1\.1 505 /);
  const newer = await sendBytes(a.base, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  expect(newer).toMatch(/^HTTP\/1\.1 505 /);
});
