import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { addCredential } from "../../credentials/add-credential.ts";
import {
  clockFrom,
  openSandboxWorld,
  type SandboxWorld,
  type WorldAnswer,
  type WorldTenant,
} from "../../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
let defaults: ReturnType<WorldTenant["settings"]>;

const audience = "https://api.icims.com/v1/";
const right = {
  grant_type: "client_credentials",
  client_id: "client-a",
  client_secret: "hush + & hush",
  audience,
};
const path = "/customers/6101/people/77";

beforeAll(async () => {
  world = await openSandboxWorld();
  ({ a } = world);
  defaults = a.settings();
  await a.seed("people", 77, { firstname: "Ada" });
  await addClient("client-a");
});
beforeEach(() => {
  a.set(defaults);
  a.setClock(clockFrom("2031-01-01T00:00:00Z"));
});
afterAll(async () => world.close());

async function addClient(clientId: string, expiresAt?: Date): Promise<void> {
  await addCredential(world.database.queries, {
    kind: "oauth",
    customerId: "6101",
    username: `of ${clientId}`,
    clientId,
    clientSecret: right.client_secret,
    userId: 900,
    loginGroup: "",
    ...(expiresAt === undefined ? {} : { expiresAt }),
    createdAt: new Date(),
  });
}

type Asked = Readonly<Partial<Record<string, string>>>;

async function ask(changes: Asked = {}, tenant = a): Promise<WorldAnswer> {
  const sent = Object.entries({ ...right, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  return tenant.call("POST", "/oauth/token", {
    authorization: undefined,
    body: new URLSearchParams(sent).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
}

function tokenIn({ json }: WorldAnswer): string {
  return (json as { readonly access_token: string }).access_token;
}

const bearer = async (token: string): Promise<WorldAnswer> =>
  a.call("GET", path, { authorization: `Bearer ${token}` });

test("gives a token for a day to a client that sends a form, and lets it in", async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    access_token: expect.stringMatching(/^[\w-]{43}$/),
    scope: expect.any(String),
    expires_in: 86_400,
    token_type: "Bearer",
  });
  expect(answer.headers.get("cache-control")).toContain("no-store");
  expect((await bearer(tokenIn(answer))).json).toMatchObject({ firstname: "Ada" });
});

test("takes JSON with the same keys", async () => {
  const answer = await a.call("POST", "/oauth/token", { authorization: undefined, json: right });
  expect((await bearer(tokenIn(answer))).status).toBe(200);
});

test("keeps earlier tokens beside a new one, until each ends on the tenant's clock", async () => {
  const early = tokenIn(await ask());
  a.setClock(clockFrom("2031-01-01T12:00:00Z"));
  const late = tokenIn(await ask());
  expect([(await bearer(early)).status, (await bearer(late)).status]).toEqual([200, 200]);
  a.setClock(clockFrom("2031-01-02T00:00:10Z"));
  const ended = await bearer(early);
  expect(ended.status).toBe(401);
  expect(ended.json).toMatchObject({ errors: [{ errorCode: 6 }] });
  expect(ended.headers.get("www-authenticate")).toContain('error="invalid_token"');
  expect((await bearer(late)).status).toBe(200);
});

test.each(["made-up-token", "not a token", ""])("refuses the token %j", async (token) => {
  const answer = await bearer(token);
  expect(answer.status).toBe(401);
  expect(answer.json).toMatchObject({
    errors: [{ errorCode: 6, errorMessage: expect.stringContaining("access token") }],
  });
});

test.each<[string, Asked, readonly [number, string]]>([
  ["a wrong secret", { client_secret: "wrong" }, [401, "access_denied"]],
  ["an unknown client", { client_id: "nobody" }, [401, "access_denied"]],
  ["a client of half a character", { client_id: "\uD800" }, [401, "access_denied"]],
  ["a client of 100,000 characters", { client_id: "x".repeat(100_000) }, [401, "access_denied"]],
  ["a client with a NUL", { client_id: "client\0a" }, [401, "access_denied"]],
  ["another audience", { audience: "https://api.icims.com/v1" }, [403, "access_denied"]],
  ["another grant", { grant_type: "password" }, [400, "unsupported_grant_type"]],
  ["no grant", { grant_type: undefined }, [400, "invalid_request"]],
  ["no client", { client_id: undefined }, [400, "invalid_request"]],
  ["no secret", { client_secret: "" }, [400, "invalid_request"]],
  ["no audience", { audience: undefined }, [400, "invalid_request"]],
])("refuses %s in the words of the token server", async (_what, changes, [status, error]) => {
  const answer = await ask(changes);
  expect(answer.status).toBe(status);
  expect(answer.json).toEqual({ error, error_description: expect.any(String) });
  expect(answer.headers.get("x-error")).toBeNull();
  expect(answer.text).not.toContain("hush");
});

test.each([
  ["a repeated parameter", "a=1&a=2", "application/x-www-form-urlencoded"],
  ["JSON that is none", '{"client_secret":"hush', "application/json"],
  ["JSON that is no object", "[1]", "application/json"],
  ["another type", "x", "text/plain"],
  ["no body", "", "application/json"],
  ["values that are no texts", '{"grant_type":["client_credentials"]}', "application/json"],
  ["a deep nest", `{"x":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, "application/json"],
])("refuses %s as unreadable", async (_what, body, type) => {
  const headers = { "content-type": type };
  const answer = await a.call("POST", "/oauth/token", { authorization: undefined, body, headers });
  expect([answer.status, answer.json]).toMatchObject([400, { error: "invalid_request" }]);
  expect(answer.text).not.toContain("hush");
});

test("offers nothing but POST", async () => {
  const answer = await a.call("GET", "/oauth/token", { authorization: undefined });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
});

test("takes the tenant's own address as audience where the switch says so", async () => {
  const own = `${a.tenant().publicBase}/v1/`;
  expect((await ask({ audience: own })).status).toBe(403);
  a.set({ switches: { ...defaults.switches, tokenAudience: "vendor-or-own" } });
  expect((await ask({ audience: own })).status).toBe(200);
  expect((await ask()).status).toBe(200);
  expect((await ask({ audience: "https://other.example.test/v1/" })).status).toBe(403);
});

test("knows no client of the other region", async () => {
  expect((await ask({}, world.b)).status).toBe(401);
});

test("refuses a client that has ended, on the tenant's clock", async () => {
  await addClient("ending", new Date("2031-03-01T00:00:00Z"));
  expect((await ask({ client_id: "ending" })).status).toBe(200);
  a.setClock(clockFrom("2031-03-01T00:00:01Z"));
  expect((await ask({ client_id: "ending" })).status).toBe(401);
});

test("throttles a client after 500 requests in ten minutes, and no other one", async () => {
  await addClient("eager");
  await addClient("calm");
  a.setClock(clockFrom("2031-02-01T00:00:00Z"));
  for (let round = 0; round < 10; round += 1) {
    const eager = { client_id: "eager", client_secret: "wrong" };
    const answers = await Promise.all(Array.from({ length: 50 }, async () => ask(eager)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  }
  const over = await ask({ client_id: "eager" });
  expect(over.status).toBe(429);
  expect(over.json).toMatchObject({ error: "too_many_requests" });
  const wait = Number(over.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(600);
  expect((await ask({ client_id: "calm" })).status).toBe(200);
  a.set({ switches: { ...defaults.switches, tokenRequestLimit: "none" } });
  expect((await ask({ client_id: "eager" })).status).toBe(200);
  a.set(defaults);
  a.setClock(clockFrom("2031-02-01T00:10:01Z"));
  expect((await ask({ client_id: "eager" })).status).toBe(200);
});

test("stores a token as its digest only", async () => {
  const token = tokenIn(await ask());
  const { rows } = await world.database.pool.query<{ line: string }>(
    "select t::text as line from ats_access_token t",
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ line }) => line).join("\n")).not.toContain(token);
});

test("records a token request with its secrets told to the recorder", async () => {
  const answer = await ask();
  const row = (await a.recorded()).at(-1);
  expect(row?.transaction_id).toBe(answer.headers.get("x-transaction"));
  expect(row?.detail.knownSecrets).toEqual([right.client_secret, tokenIn(answer)]);
  expect(row?.detail.actor).toMatchObject({ username: "of client-a" });
});

test("records a refused token request for the tenant of the client", async () => {
  const answer = await ask({ client_secret: "wrong secret" });
  const row = (await a.recorded()).at(-1);
  expect(row?.transaction_id).toBe(answer.headers.get("x-transaction"));
  expect(row?.detail.actor).toEqual({ kind: "unauthenticated" });
  expect(row?.detail.knownSecrets).toEqual(["wrong secret"]);
});
