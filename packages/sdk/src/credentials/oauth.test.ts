import { inspect } from "node:util";

import { afterEach, expect, test } from "vitest";

import { AtsAuthenticationError, AtsUnavailableError, type AtsClient } from "../index.ts";
import { startScriptedAts, type Script, type ScriptedAts } from "../scripted-ats.world.ts";

let ats: ScriptedAts;
afterEach(async () => ats.close());

const person = { status: 200, json: { links: [] } };
const tokenPath = "/oauth/token";

/** The client, and the tokens that its calls carried. */
async function open(
  script: Script,
): Promise<{ readonly client: AtsClient; readonly carried: () => readonly unknown[] }> {
  ats = await startScriptedAts(script);
  const client = ats.client({
    credentials: {
      kind: "oauth",
      tokenUrl: new URL(tokenPath, ats.address).href,
      clientId: "id",
      clientSecret: "hush & more",
    },
  });
  const carried = (): readonly unknown[] =>
    ats.calls.filter(({ url }) => url !== tokenPath).map(({ headers }) => headers.authorization);
  return { client, carried };
}

const tokenServer = (answer: Script): Script => {
  let tokens = 0;
  return (call, index, origin) =>
    call.url === tokenPath
      ? { status: 200, json: { access_token: `t${(tokens += 1)}`, expires_in: 86_400 } }
      : answer(call, index, origin);
};

test("one token serves all calls, also those at the same time", async () => {
  const { client, carried } = await open(tokenServer(() => person));
  await Promise.all([client.people.get(1), client.people.get(2)]);
  await client.people.get(3);
  expect(carried()).toEqual(["Bearer t1", "Bearer t1", "Bearer t1"]);
  const asked = ats.calls.filter(({ url }) => url === tokenPath);
  expect(asked).toHaveLength(1);
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
    grant_type: "client_credentials",
    client_id: "id",
    client_secret: "hush & more",
    audience: "https://api.icims.com/v1/",
  });
});

test("a new token is asked for shortly before the old one ends", async () => {
  const { client, carried } = await open(tokenServer(() => person));
  await client.people.get(1);
  ats.passTime(86_400_000 - 30_001);
  await client.people.get(1);
  ats.passTime(1);
  await client.people.get(1);
  expect(carried()).toEqual(["Bearer t1", "Bearer t1", "Bearer t2"]);
});

test("a token that is refused is replaced once", async () => {
  const { client, carried } = await open(
    tokenServer(({ headers }) =>
      headers.authorization === "Bearer t2" ? person : { status: 401 },
    ),
  );
  await client.people.get(1);
  expect(carried()).toEqual(["Bearer t1", "Bearer t2"]);
  await ats.close();
  const refused = await open(tokenServer(() => ({ status: 401 })));
  await expect(refused.client.people.create({})).rejects.toMatchObject({ status: 401 });
  expect(refused.carried()).toEqual(["Bearer t1", "Bearer t2"]);
});

test("what the token server refuses is told without the secret", async () => {
  const { client } = await open(() => ({
    status: 401,
    json: { error: "access_denied", error_description: "secret hush & more is wrong" },
  }));
  const error: unknown = await client.people.get(1).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(AtsAuthenticationError);
  expect(error).toMatchObject({ message: expect.stringContaining("401 (access_denied)") });
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain("hush");
});

test("a token server that is away makes the call fail as unavailable", async () => {
  const { client } = await open(() => ({ status: 503 }));
  await expect(client.people.get(1)).rejects.toBeInstanceOf(AtsUnavailableError);
});

test("who may not wait longer does not wait for a token either, and others still get it", async () => {
  const gate = Promise.withResolvers<undefined>();
  const { client } = await open(async ({ url }) => {
    if (url !== tokenPath) return person;
    await gate.promise;
    return { status: 200, json: { access_token: "t1", expires_in: 86_400 } };
  });
  const patient = client.people.get(1);
  const stopped = new AbortController();
  const hurried = client.within({ signal: stopped.signal }).people.get(1);
  stopped.abort(new Error("closing"));
  await expect(hurried).rejects.toThrow("closing");
  gate.resolve(undefined);
  await expect(patient).resolves.toMatchObject({ links: [] });
  expect(ats.calls.map(({ url }) => url)).toEqual([tokenPath, "/customers/9001/people/1"]);
});
