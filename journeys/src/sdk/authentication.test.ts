import {
  AtsAuthenticationError,
  createAtsClient,
  type AtsClient,
  type AtsCredentials,
} from "@slipway/sdk";
import type { CredentialKind, IssuedCredential } from "@slipway/platform-client";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openValidationWorld, type ValidationWorld } from "../harness/validation.world.ts";

let world: ValidationWorld;
let address: string;
let customerId: string;

beforeAll(async () => {
  world = await openValidationWorld();
  ({ customerId } = world.sandbox.tenants.a);
  address = `${world.sandbox.tenants.a.publicBase}/customers/${customerId}`;
});
afterAll(async () => world?.close());

const clientWith = (credentials: AtsCredentials): AtsClient =>
  createAtsClient({ address, credentials });

const issue = async (kind: CredentialKind): Promise<IssuedCredential> =>
  world.client.issueCredential(world.sandbox.id, "a", { kind });

/** A person made, changed and read back: what is read. */
async function work(ats: AtsClient, firstname: string): Promise<object> {
  const email = `${firstname.toLowerCase()}@example.test`;
  const { id } = await ats.people.create({ firstname, lastname: "Sdk", email });
  await ats.people.update(id, { middlename: "M & N" });
  return ats.people.get(id, { fields: ["firstname", "middlename"] });
}

test.each(["basic", "hmac", "oauth"] as const)("the sdk works with %s as issued", async (kind) => {
  const person = await work(clientWith(await issue(kind)), kind);
  expect(person).toMatchObject({ firstname: kind, middlename: "M & N" });
});

test("a token that ended meanwhile is replaced without the program noticing", async () => {
  const ats = clientWith(await issue("oauth"));
  expect(await work(ats, "Before")).toMatchObject({ firstname: "Before" });
  await world.client.moveClock({ kind: "advance", byMs: 25 * 3_600_000 }, customerId);
  expect(await work(ats, "After")).toMatchObject({ firstname: "After" });
  await world.client.moveClock({ kind: "advance", byMs: -25 * 3_600_000 }, customerId);
});

test("another secret, key or audience is refused", async () => {
  const hmac = await world.client.issueCredential(world.sandbox.id, "a", { kind: "hmac" });
  const oauth = await world.client.issueCredential(world.sandbox.id, "a", { kind: "oauth" });
  for (const wrong of [
    { ...hmac, key: "another" },
    { ...oauth, clientSecret: "another" },
    { ...oauth, audience: "https://api.icims.com/v1" },
  ])
    await expect(clientWith(wrong).people.get(1)).rejects.toBeInstanceOf(AtsAuthenticationError);
});

test("a list of addresses holds for each scheme from the next call on", async () => {
  const kinds = ["basic", "hmac", "oauth"] as const;
  const clients = await Promise.all(kinds.map(async (kind) => clientWith(await issue(kind))));
  await world.client.setCallerAddresses(customerId, ["192.0.2.0/24"]);
  for (const ats of clients)
    await expect(ats.people.get(1)).rejects.toMatchObject({ status: 403, codes: [403] });
  await world.client.setCallerAddresses(customerId, ["192.0.2.0/24", "127.0.0.1"]);
  for (const ats of clients)
    expect(await work(ats, "Listed")).toMatchObject({ firstname: "Listed" });
  await world.client.setCallerAddresses(customerId, []);
});

test("token requests are in the log, without a secret", async () => {
  const oauth = await world.client.issueCredential(world.sandbox.id, "a", { kind: "oauth" });
  await work(clientWith(oauth), "Logged");
  const exchanges = await world.client.listExchanges(customerId, { limit: 999 });
  const asked = exchanges.find(({ request }) => request.path === "/oauth/token");
  expect(asked?.answer).toMatchObject({ kind: "answered", status: 200 });
  expect(JSON.stringify(asked)).toContain("client_credentials");
  expect(JSON.stringify(exchanges)).not.toContain(oauth.clientSecret);
  expect(JSON.stringify(asked?.answer)).toContain('access_token\\":\\"⟦credential:');
});
