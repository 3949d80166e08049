import { setTimeout as sleep } from "node:timers/promises";

import { expect, onTestFinished, test } from "vitest";

import { findPeople } from "./find-people.ts";
import { callsWith, openCanaryWorld, send } from "./canary.world.ts";
import { callsWithOtherProofs } from "./calls-with-other-proofs.ts";
import { placesOf } from "./places-of.ts";

const platformPasswords = {
  a: `kanary-Platform "A" & ä/1`,
  b: "kanary-Platform+B=2%41",
} as const;
const partnerSecrets = ["kanaryCookie0123456789", "kanaryKey-77", "kanaryAddress", "219-09-9999"];
const wrongLogins = { basic: "kanaryWrongPass", bearer: "kanaryBearer-4711-abcdef" };
const writtenId = "078-05-1120";
const wrongToken = "kanaryAdminToken-123456";

test("no secret that passes through the platform is in a table, a report, an answer of its API or its output", async () => {
  const world = await openCanaryWorld({ platformPasswords, partnerSecrets });
  onTestFinished(world.close);
  const { client, credentials, sandbox } = world;

  const { publicBase: base, customerId } = (await client.loadSandbox(sandbox.id)).tenants.a;
  const { username, password } = credentials.a;
  const [personId = 0] = await findPeople(base, credentials.a);
  const target = { base, customerId, personId };
  const calls = [
    ...callsWith(password, { ...target, login: `${username}:${password}` }),
    ...callsWith(wrongLogins.basic, { ...target, login: `${username}:${wrongLogins.basic}` }),
  ];
  const person = `/customers/${customerId}/people/${personId}`;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  const json = { authorization, "content-type": "application/json" };
  const write = { base, method: "PATCH", path: person, headers: json };
  calls.push(
    { base, path: person, headers: { authorization: `Bearer ${wrongLogins.bearer}` } },
    { ...write, body: JSON.stringify({ usssn: writtenId, birthdate: "1907-08-09" }) },
    { base, path: `${person}?fields=usssn,birthdate,firstname`, headers: { authorization } },
    { base, path: `${person}/fields/usssn`, headers: { authorization } },
    { ...write, body: JSON.stringify({ usssn: writtenId, nosuchfield: writtenId }) },
  );
  const issued = await Promise.all([
    client.issueCredential(sandbox.id, "a", { kind: "hmac" }),
    client.issueCredential(sandbox.id, "a", { kind: "oauth" }),
  ]);
  const provenCalls = await callsWithOtherProofs(issued, target);
  // The preflight looks at the latest call, which has to be a good one.
  calls.push(...provenCalls.calls, { base, path: person, headers: { authorization } });
  const statuses = new Set<number>();
  for (const call of calls) statuses.add(await send(call));
  expect(statuses).toContain(200);
  expect(statuses).toContain(400);
  expect(statuses).toContain(401);

  const api = { base: world.platform.address, method: "POST", path: "/api/v1/integrations" };
  const known = { authorization: `Bearer ${wrongToken}`, "content-type": "application/json" };
  await send({ ...api, headers: known, body: "{}" });

  const run = await client.startRun(sandbox.id);
  let state = "";
  for (let turn = 0; turn < 1200 && state !== "finished" && state !== "cancelled"; turn += 1) {
    await sleep(100);
    ({ state } = await client.loadRun(run.id));
  }
  expect(world.partner.answerCount()).toBeGreaterThan(20);

  const texts = new Map<string, string>([
    ["report as JSON", JSON.stringify(await client.loadReport(run.id))],
    ["report as HTML", await client.printReport(run.id, "html")],
    ["report as JUnit", await client.printReport(run.id, "junit")],
  ]);
  for (const tenant of Object.values(sandbox.tenants)) {
    const listed = await client.listExchanges(tenant.customerId, { limit: 999 });
    texts.set(`log of ${tenant.customerId}`, JSON.stringify(listed));
    expect(listed.length).toBeGreaterThan(10);
  }
  for (const [table, content] of await world.readTables()) texts.set(`table ${table}`, content);
  expect(texts.get("table public.exchange")).toContain("⟦credential:");

  const { stdout, stderr } = await world.platform.stop();
  texts.set("standard output", stdout).set("standard error", stderr);

  const secrets = [
    ...Object.values(platformPasswords),
    ...Object.values(credentials).map((one) => one.password),
    ...partnerSecrets,
    ...Object.values(wrongLogins),
    wrongToken,
    ...provenCalls.secrets,
  ];
  expect(placesOf(secrets, texts)).toEqual([]);
  // What was written to a person is the person's; nobody else may have it.
  texts.delete("table public.profile");
  expect(placesOf([writtenId, "1907-08-09"], texts)).toEqual([]);
}, 600_000);
