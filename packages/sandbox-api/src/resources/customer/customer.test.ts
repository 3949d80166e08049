import { afterAll, beforeAll, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld } from "../../sandbox.world.ts";

let world: SandboxWorld;
beforeAll(async () => {
  world = await openSandboxWorld();
});
afterAll(async () => world.close());

test("tells who the customer is, and in the Link header what it has", async () => {
  const answer = await world.a.call("GET", "/customers/6101");
  expect(answer.status).toBe(200);
  expect(answer.json).toEqual({
    platformUrl: "api-a.example.test",
    id: 6101,
    customerType: "test",
    name: "Tenant a",
    buildVersion: expect.any(String),
  });
  expect(answer.headers.get("x-customer-type")).toBe("test");
  const link = answer.headers.get("link") ?? "";
  expect(link).toContain(
    'https://api-a.example.test/customers/6101/people;rel="profiles";title="Available Person Profiles"',
  );
  expect(link).not.toContain("<");
});

test.each(["POST", "PATCH", "DELETE"])("does not support %s: 405", async (method) => {
  const answer = await world.a.call(method, "/customers/6101", { json: {} });
  expect(answer.status).toBe(405);
  expect(answer.headers.get("allow")).toBe("GET");
});
