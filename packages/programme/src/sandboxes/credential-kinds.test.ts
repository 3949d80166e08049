import { signedAuthorization } from "@slipway/ats-model";
import { systemClock } from "@slipway/foundation";
import { afterAll, beforeAll, expect, it } from "vitest";

import {
  openProgrammeWorld,
  type MadeSandbox,
  type ProgrammeWorld,
} from "../testing/open-programme-world.ts";
import type { HmacCredential, OAuthCredential } from "./sandbox.ts";

const hourMs = 3_600_000;

let world: ProgrammeWorld;
beforeAll(async () => {
  world = await openProgrammeWorld();
});
afterAll(async () => world.close());

async function issueKey({ sandbox }: MadeSandbox): Promise<HmacCredential> {
  const issued = await world.programme.issueCredential({
    sandboxId: sandbox.id,
    region: "a",
    kind: "hmac",
  });
  if (issued.kind !== "hmac") throw new Error(`Expected a key, found ${issued.kind}`);
  return issued;
}

async function issueClient({ sandbox }: MadeSandbox): Promise<OAuthCredential> {
  const issued = await world.programme.issueCredential({
    sandboxId: sandbox.id,
    region: "a",
    kind: "oauth",
  });
  if (issued.kind !== "oauth") throw new Error(`Expected a client, found ${issued.kind}`);
  return issued;
}

async function read({ sandbox }: MadeSandbox, headers: Record<string, string>): Promise<number> {
  const { publicBase, customerId } = sandbox.tenants.a;
  const answer = await fetch(`${publicBase}/customers/${customerId}`, { headers });
  await answer.body?.cancel();
  return answer.status;
}

async function readSigned(made: MadeSandbox, { username, key }: HmacCredential): Promise<number> {
  const { publicBase, customerId } = made.sandbox.tenants.a;
  const date = systemClock.now().toISOString();
  const headers = { host: new URL(publicBase).host, "x-icims-date": date };
  const path = `/customers/${customerId}`;
  const request = { method: "GET", path, query: "", headers };
  const authorization = signedAuthorization(request, { user: username, key });
  return read(made, { authorization, "x-icims-date": date });
}

async function askToken(client: OAuthCredential): Promise<Response> {
  return fetch(client.tokenUrl, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      grant_type: "client_credentials",
      client_id: client.clientId,
      client_secret: client.clientSecret,
      audience: client.audience,
    }),
  });
}

async function bearerOf(client: OAuthCredential): Promise<string> {
  // The test fails below when there is no token in it.
  const { access_token: token } = (await (await askToken(client)).json()) as {
    readonly access_token: string;
  };
  return `Bearer ${token}`;
}

async function readBasic(made: MadeSandbox): Promise<number> {
  const { username, password } = made.credentials.a;
  const basic = Buffer.from(`${username}:${password}`).toString("base64");
  return read(made, { authorization: `Basic ${basic}` });
}

async function moveTenant({ sandbox }: MadeSandbox, aheadMs: number): Promise<void> {
  const to = new Date(world.parts.clocks.installation.now().getTime() + aheadMs);
  await world.programme.moveClock({ kind: "set", to }, sandbox.tenants.a.customerId);
}

it("gives the user that has a password a key and a client as well, and ends none of them for it", async () => {
  const made = await world.makeSandbox();
  const key = await issueKey(made);
  const client = await issueClient(made);
  const { username } = made.credentials.a;
  expect([key.username, client.username]).toEqual([username, username]);
  await moveTenant(made, 48 * hourMs);
  expect(await readBasic(made)).toBe(200);
  expect(await readSigned(made, key)).toBe(200);
  expect(await read(made, { authorization: await bearerOf(client) })).toBe(200);
});

it("lets the old and the new key sign for a day, then the new one only", async () => {
  const made = await world.makeSandbox();
  const before = await issueKey(made);
  const after = await issueKey(made);
  expect(await readSigned(made, before)).toBe(200);
  expect(await readSigned(made, after)).toBe(200);
  await moveTenant(made, 25 * hourMs);
  expect(await readSigned(made, before)).toBe(401);
  expect(await readSigned(made, after)).toBe(200);
});

it("lets the old and the new client ask for tokens for a day, then the new one only", async () => {
  const made = await world.makeSandbox();
  const before = await issueClient(made);
  const after = await issueClient(made);
  expect((await askToken(before)).status).toBe(200);
  expect((await askToken(after)).status).toBe(200);
  await moveTenant(made, 25 * hourMs);
  expect((await askToken(before)).status).toBe(401);
  expect((await askToken(after)).status).toBe(200);
});

it("keeps a key encrypted, and a client's secret as a digest", async () => {
  const made = await world.makeSandbox();
  const { key } = await issueKey(made);
  const { clientSecret } = await issueClient(made);
  const { rows } = await world.database.pool.query<{ readonly line: string }>(
    "select c::text as line from api_credential c",
  );
  const stored = rows.map(({ line }) => line).join("\n");
  for (const secret of [key, clientSecret])
    for (const form of [secret, Buffer.from(secret).toString("hex")])
      expect(stored).not.toContain(form);
});

it("sets from where a tenant's user may call, in the usual spelling, for the next call", async () => {
  const made = await world.makeSandbox();
  const { customerId } = made.sandbox.tenants.a;
  expect(await world.programme.loadCallerAddresses(customerId)).toEqual({
    customerId,
    addresses: [],
  });
  const entries = [" 192.0.2.7/32", "2001:DB8::/32", "192.0.2.7"];
  const addresses = ["192.0.2.7", "2001:db8::/32"];
  const saved = await world.programme.setCallerAddresses(customerId, entries);
  expect(saved).toEqual({ customerId, addresses });
  expect(await world.programme.loadCallerAddresses(customerId)).toEqual(saved);
  expect(await readBasic(made)).toBe(403);
  await world.programme.setCallerAddresses(customerId, ["127.0.0.0/8"]);
  expect(await readBasic(made)).toBe(200);
  await world.programme.setCallerAddresses(customerId, []);
  expect(await readBasic(made)).toBe(200);
});

it("names every entry that is no address, and changes nothing", async () => {
  const made = await world.makeSandbox();
  const { customerId } = made.sandbox.tenants.a;
  const wrong = world.programme.setCallerAddresses(customerId, [
    "192.0.2.7/24",
    "::1",
    "localhost",
  ]);
  await expect(wrong).rejects.toMatchObject({
    code: "CALLER-ADDRESSES-INVALID",
    message: expect.stringMatching(
      /entry 1: expected the first address of the range, 192\.0\.2\.0\/24, found "192\.0\.2\.7\/24"; entry 3: .*"localhost"/,
    ),
  });
  expect((await world.programme.loadCallerAddresses(customerId)).addresses).toEqual([]);
});
