import { afterAll, beforeAll, expect, it } from "vitest";

import type { Sandbox } from "../sandboxes/sandbox.ts";
import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import type { PartnerSetup } from "./partner-setup.ts";
import { loadDeclaration, loadEnablement } from "./save-partner-setup.ts";

let world: ProgrammeWorld;
let sandbox: Sandbox;
beforeAll(async () => {
  world = await openProgrammeWorld();
  ({ sandbox } = await world.makeSandbox());
});
afterAll(async () => world.close());

async function endpointOf(region: "a" | "b"): Promise<string | undefined> {
  return (await world.parts.connections.loadConnection(sandbox.id, region))?.endpoint;
}

it("has no setup at first, and says so", async () => {
  const { queries } = world.database;
  const missing = { code: "PARTNER-SETUP-MISSING", status: 409 };
  await expect(loadDeclaration(queries, sandbox.id)).rejects.toMatchObject(missing);
  await expect(loadEnablement(queries, sandbox.id, "a")).rejects.toMatchObject(missing);
  await expect(world.programme.preflight(sandbox.id)).rejects.toMatchObject(missing);
  await expect(world.programme.startRun({ sandboxId: sandbox.id })).rejects.toMatchObject(missing);
});

it("keeps what was entered, and no password in the clear", async () => {
  const setup = world.setupOf(sandbox);
  await world.programme.savePartnerSetup(sandbox.id, setup);
  expect(await loadDeclaration(world.database.queries, sandbox.id)).toEqual(setup.declaration);
  expect(await loadEnablement(world.database.queries, sandbox.id, "b")).toEqual(
    setup.connections.b.enablement,
  );
  const { rows } = await world.database.pool.query("select * from partner_connection");
  expect(rows).toHaveLength(2);
  const stored = rows.map((row: Readonly<Record<string, unknown>>) =>
    Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString("latin1") : value)),
  );
  expect(JSON.stringify(stored)).not.toMatch(/word-[ab]/u);
});

it("saves all of a setup or nothing of it", async () => {
  const before = world.setupOf(sandbox);
  await world.programme.savePartnerSetup(sandbox.id, before);
  const { connections, declaration } = before;
  const half: PartnerSetup = {
    connections: {
      a: { ...connections.a, endpoint: "http://127.0.0.1:9100" },
      b: { ...connections.b, endpoint: "http://127.0.0.1:9100/?tenant=b" },
    },
    declaration: { ...declaration, supportsCancel: false },
  };
  await expect(world.programme.savePartnerSetup(sandbox.id, half)).rejects.toMatchObject({
    code: "CONNECTION-ENDPOINT-INVALID",
  });
  expect(await endpointOf("a")).toBe(connections.a.endpoint);
  expect(await loadDeclaration(world.database.queries, sandbox.id)).toEqual(declaration);
});

it("keeps the password on record when none is entered", async () => {
  const setup = world.setupOf(sandbox);
  const { a } = setup.connections;
  const authentication = { method: "basic", username: "platform-a" } as const;
  await world.programme.savePartnerSetup(sandbox.id, {
    ...setup,
    connections: { ...setup.connections, a: { ...a, authentication } },
  });
  world.partner.answerWith(401, "");
  await world.programme.preflight(sandbox.id);
  const sent = world.partner.calls.map(({ headers }) => headers.authorization);
  expect(sent).toContain(`Basic ${Buffer.from("platform-a:word-a").toString("base64")}`);
});

it("leaves what was changed of endpoint and authentication on record, and no secret", async () => {
  const made = await world.makeSandbox();
  const setup = world.setupOf(made.sandbox);
  const { a } = setup.connections;
  const save = async (connection: typeof a): Promise<void> =>
    world.programme.savePartnerSetup(made.sandbox.id, {
      ...setup,
      connections: { ...setup.connections, a: connection },
    });
  const secrets = ["word-a", "word-b", "another word", "open sesame", "key-in-query"];
  await save(a);
  await save(a);
  await save({
    ...a,
    authentication: { ...basic, username: "platform-a", password: secrets[2] ?? "" },
  });
  await save({
    ...a,
    authentication: {
      method: "oauth",
      tokenAddress: "http://127.0.0.1:9/token?code=key-in-query",
      clientId: "slipway",
      clientSecret: secrets[3] ?? "",
    },
  });
  const history = await world.programme.listHistory(made.sandbox.integrationId);
  expect(history.map(({ before, after }) => [before?.["a"] ?? null, after])).toMatchObject([
    [null, { a: { endpoint: a.endpoint, scheme: "basic" }, newSecrets: ["a", "b"] }],
    [{ scheme: "basic" }, { a: { scheme: "basic" }, newSecrets: ["a"] }],
    [
      { scheme: "basic" },
      {
        a: { scheme: "oauth", clientId: "slipway", tokenAddress: "http://127.0.0.1:9/token?…" },
        newSecrets: ["a"],
      },
    ],
  ]);
  for (const secret of secrets) expect(JSON.stringify(history)).not.toContain(secret);
});

const basic = { method: "basic" } as const;
