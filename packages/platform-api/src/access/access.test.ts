import { afterAll, beforeAll, expect, it } from "vitest";

import { shiftedClock, systemClock } from "@slipway/foundation";

import { openAccessWorld, type AccessWorld } from "./access.world.ts";

let world: AccessWorld;
beforeAll(async () => {
  world = await openAccessWorld();
});
afterAll(async () => world?.close());

const dayMs = 86_400_000;
const ada = { name: "Ada", role: "partner-developer", organisation: "Acme" } as const;

it("says to whoever has a token as whom it calls", async () => {
  const own = await world.call(world.tokenOf("reviewer"), "GET /me");
  expect(JSON.parse(own.text)).toMatchObject({
    ...{ kind: "account", name: "reviewer", role: "reviewer", organisation: "programme" },
  });
  const admin = await world.call(world.token, "GET /me");
  expect(JSON.parse(admin.text)).toEqual({
    ...{ kind: "installation", role: "operator", organisation: "programme" },
  });
});

it("lets nobody in with what is no token, and says no more of it", async () => {
  for (const token of ["x", "slp_x", `${world.token}x`, world.token.slice(0, 12)])
    expect(await world.call(token, "GET /me")).toMatchObject({
      status: 401,
      code: "ACCESS-TOKEN-WRONG",
      text: expect.stringContaining("a token that this installation did not give out"),
    });
});

it("shows a token once, keeps its digest, and lists it by its first characters", async () => {
  const issued = await world.call(
    world.tokenOf("partner-admin"),
    `POST /accounts/${world.accountOf("partner-developer")}/tokens`,
    { label: "laptop", scopes: ["programme:read"] },
  );
  const { id, token } = JSON.parse(issued.text) as { id: string; token: string };
  expect(token).toMatch(/^slp_[\w-]{43}$/u);
  const { text } = await world.call(world.tokenOf("partner-admin"), "GET /tokens");
  expect(text).not.toContain(token);
  expect(JSON.parse(text)).toMatchObject({
    tokens: expect.arrayContaining([
      expect.objectContaining({ id, prefix: token.slice(0, 12), lastUsedAt: null }),
    ]),
  });
  const rows = await world.programme.database.queries.selectFrom("api_token").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token.slice(12));
  await world.call(token, "GET /me");
  const used = await world.call(world.tokenOf("partner-admin"), "GET /tokens");
  expect(used.text).toMatch(new RegExp(`"id":"${id}".*?"lastUsedAt":"20`, "u"));
});

it("lets nobody give what it does not have", async () => {
  const { token } = await world.issue({
    ...{ accountId: world.accountOf("partner-admin"), label: "admin", scopes: ["admin"] },
  });
  const give = `POST /accounts/${world.accountOf("partner-admin")}/tokens`;
  expect(await world.call(token, give, { label: "x", scopes: ["runs:write"] })).toMatchObject({
    ...{ status: 403, code: "GRANT-BEYOND-OWN" },
  });
  const given = await world.call(token, give, { label: "x" });
  expect(JSON.parse(given.text)).toMatchObject({ scopes: ["admin"] });
  const operator = { name: "Root", role: "operator", organisation: "programme" };
  const owner = world.tokenOf("programme-owner");
  expect(await world.call(owner, "POST /accounts", operator)).toMatchObject({
    code: "GRANT-BEYOND-OWN",
  });
  const takeOver = `POST /accounts/${world.accountOf("operator")}/tokens`;
  expect(await world.call(owner, takeOver, { label: "x" })).toMatchObject({
    code: "GRANT-BEYOND-OWN",
  });
});

it("gives people the roles that fit their organisation, and one each", async () => {
  const admin = world.tokenOf("partner-admin");
  expect(
    await world.call(admin, "POST /accounts", { name: "Ada", role: "reviewer" }),
  ).toMatchObject({
    status: 422,
    code: "ACCOUNT-ROLE-UNFIT",
    text: expect.stringContaining("partner-developer, partner-admin"),
  });
  const made = await world.call(admin, "POST /accounts", { name: "Ada", role: ada.role });
  expect(made.status).toBe(201);
  const again = await world.call(admin, "POST /accounts", { name: "Ada", role: ada.role });
  expect(again.text).toBe(made.text);
  expect(
    await world.call(admin, "POST /accounts", { name: "Ada", role: "partner-admin" }),
  ).toMatchObject({ status: 409, code: "ACCOUNT-NAME-TAKEN" });
  for (const organisation of ["Beta", "Nowhere"])
    expect(
      await world.call(admin, "POST /accounts", { organisation, name: "Ada", role: ada.role }),
    ).toMatchObject({ status: 404, code: "ORGANISATION-NOT-FOUND" });
});

it("keeps organisations apart that are spelt differently, and the programme's own alone", async () => {
  const add = async (name: string, kind: string): Promise<object> =>
    world.call(world.token, "POST /organisations", { name, kind });
  expect(await add("Acme", "partner")).toMatchObject({ status: 201 });
  for (const [name, kind] of [
    ["ACME", "partner"],
    ["Acme", "customer"],
    ["programme", "customer"],
    ["Unnamed", "partner"],
  ] as const)
    expect(await add(name, kind)).toMatchObject({ code: "ORGANISATION-NAME-TAKEN" });
  expect(await add("Second", "programme")).toMatchObject({ code: "ORGANISATION-OF-PROGRAMME" });
});

it("registers for the caller's own organisation, under names that are its own", async () => {
  const registration = { name: "Beta tests", framework: "prime-assessment" };
  const token = world.tokenOf("partner-developer");
  const made = await world.call(token, "POST /integrations", registration);
  expect(made.status).toBe(201);
  const { id } = JSON.parse(made.text) as { id: string };
  expect(id).not.toBe(world.things.Beta.integration);
  expect(JSON.parse(made.text)).toMatchObject({ organisation: "Acme" });
  const again = await world.call(token, "POST /integrations", registration);
  expect(again).toMatchObject({ status: 200, text: made.text });
  expect(
    await world.call(token, "POST /integrations", { ...registration, organisation: "Beta" }),
  ).toMatchObject({ status: 403, code: "ORGANISATION-OTHER" });
});

it("takes the token's account for who acts, and nobody else", async () => {
  const { integration } = world.things.Acme;
  const route = `POST /integrations/${integration}/versions/1/items`;
  const item = { about: "person.email", question: "What for?" };
  const token = world.tokenOf("partner-developer");
  const asked = await world.call(token, route, item);
  expect(asked.text).toContain(
    '"openedBy":{"name":"partner-developer","role":"partner-developer","organisation":"Acme"}',
  );
  expect(await world.call(token, route, { ...item, actor: ada })).toMatchObject({
    status: 403,
    code: "ACTOR-OTHER",
    text: expect.stringContaining("found Ada, partner-developer of Acme"),
  });
  const clear = `POST /deadlines/${world.things.Acme.deadline}/clear`;
  expect(
    await world.call(world.tokenOf("reviewer"), clear, { by: "Ada", reason: "Done." }),
  ).toMatchObject({ status: 403, code: "ACTOR-OTHER" });
});

it("lets whoever has the installation's token act for others, which stays on record", async () => {
  const { integration } = world.things.Acme;
  const route = `POST /integrations/${integration}/versions/1/items`;
  const item = { about: "person.phones", question: "What for?" };
  expect(await world.call(world.token, route, item)).toMatchObject({
    ...{ status: 400, code: "ACTOR-MISSING" },
  });
  await world.call(world.token, route, { ...item, actor: ada });
  const { text } = await world.call(world.token, `GET /integrations/${integration}/history`);
  const { history } = JSON.parse(text) as { history: readonly object[] };
  expect(history.at(-1)).toMatchObject({ actor: { ...ada, by: "operator" } });
});

it("lets an operator's own token do everything but act for others", async () => {
  const { integration } = world.things.Acme;
  expect(
    await world.call(
      world.tokenOf("operator"),
      `POST /integrations/${integration}/versions/1/events`,
      { event: "withdraw", reason: "Because.", actor: ada },
    ),
  ).toMatchObject({ code: "ACTOR-OTHER" });
});

it("opens nothing with a token that was taken back, and keeps the installation's", async () => {
  const { id, token } = await world.issue({
    ...{ accountId: world.accountOf("reviewer"), label: "lost" },
  });
  expect((await world.call(token, "GET /integrations")).status).toBe(200);
  const owner = world.tokenOf("programme-owner");
  const revoked = await world.call(owner, `POST /tokens/${id}/revoke`);
  expect(revoked.status).toBe(200);
  expect(await world.call(owner, `POST /tokens/${id}/revoke`)).toEqual(revoked);
  expect(await world.call(token, "GET /integrations")).toMatchObject({
    status: 401,
    code: "ACCESS-TOKEN-REVOKED",
    text: expect.stringContaining(token.slice(0, 12)),
  });
  const { tokens } = JSON.parse((await world.call(owner, "GET /tokens")).text) as {
    tokens: readonly { readonly id: string; readonly account: object | null }[];
  };
  const installation = tokens.find(({ account }) => account === null);
  expect(await world.call(owner, `POST /tokens/${installation?.id ?? ""}/revoke`)).toMatchObject({
    ...{ status: 409, code: "TOKEN-OF-INSTALLATION" },
  });
});

it("opens nothing with a token after its time, and the installation's has none", async () => {
  const { token } = await world.issue({
    ...{ accountId: world.accountOf("reviewer"), label: "short", days: 1 },
  });
  world.programme.setClock(shiftedClock(systemClock, 2 * dayMs));
  try {
    expect(await world.call(token, "GET /integrations")).toMatchObject({
      ...{ status: 401, code: "ACCESS-TOKEN-EXPIRED" },
    });
    expect((await world.call(world.token, "GET /integrations")).status).toBe(200);
  } finally {
    world.programme.setClock(systemClock);
  }
});
