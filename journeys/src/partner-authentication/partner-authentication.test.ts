import { expect, onTestFinished, test } from "vitest";

import {
  openValidationWorld,
  platformLogin,
  type ValidationWorld,
} from "../harness/validation.world.ts";
import { readTables } from "../recording/canary.world.ts";
import { placesOf } from "../recording/places-of.ts";

const secrets = [platformLogin.a.password, platformLogin.b.password];

/** Everything that could have kept a secret. */
async function textsOf(world: ValidationWorld): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { customerId } of Object.values(world.sandbox.tenants)) {
    const listed = await world.client.listExchanges(customerId, { limit: 999 });
    texts.set(`log of ${customerId}`, JSON.stringify(listed));
  }
  for (const [table, content] of await readTables(world.data)) texts.set(`table ${table}`, content);
  return texts;
}

test.each(["hmac", "oauth"] as const)(
  "the example partner passes when it is called with %s, and no secret is kept",
  async (method) => {
    const world = await openValidationWorld({ method });
    onTestFinished(world.close);
    const report = await world.validate();
    expect(report).toMatchObject({ state: "finished", conclusion: "passed" });
    const texts = await textsOf(world);
    texts.set("report", JSON.stringify(report));
    const log = texts.get("table public.exchange") ?? "";
    expect(log.includes("access-token")).toBe(method === "oauth");
    const { stdout, stderr } = await world.platform().stop();
    texts.set("standard output", stdout).set("standard error", stderr);
    expect(placesOf(secrets, texts)).toEqual([]);
  },
  600_000,
);

test("a token endpoint that fails stops the run before it starts, and says whose turn it is", async () => {
  const world = await openValidationWorld({ method: "oauth" });
  onTestFinished(world.close);
  const { connections } = world.setup;
  const save = async (change: object): Promise<string> => {
    const { a } = connections;
    const authentication = { ...a.authentication, ...change };
    await world.client.savePartnerSetup(world.sandbox.id, {
      ...world.setup,
      connections: { ...connections, a: { ...a, authentication } },
    });
    const { green, items } = await world.client.preflight(world.sandbox.id);
    expect(green).toBe(false);
    const found = items.filter(({ outcome }) => outcome.kind === "red");
    expect(found.map(({ id, region }) => `${region} ${id}`)).toEqual(["a authentication-accepted"]);
    return JSON.stringify(found);
  };
  const wrong = await save({ clientSecret: "not the secret of the client" });
  expect(wrong).toMatch(/TOKEN-REFUSED.*status 401 \(invalid_client\).*Correct the token address/u);
  expect(wrong).not.toContain("not the secret");
  const elsewhere = await save({ tokenAddress: "http://127.0.0.1:1/oauth/token" });
  expect(elsewhere).toMatch(/TOKEN-ENDPOINT-SILENT.*connection-refused/u);
  const notATokenEndpoint = await save({ tokenAddress: `${world.partner.endpoint}/packages` });
  expect(notATokenEndpoint).toMatch(/TOKEN-REFUSED.*status 401/u);
}, 300_000);
