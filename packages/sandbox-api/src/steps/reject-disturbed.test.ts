import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openSandboxWorld, type SandboxWorld, type WorldTenant } from "../sandbox.world.ts";

let world: SandboxWorld;
let a: WorldTenant;
beforeAll(async () => {
  world = await openSandboxWorld();
  a = world.a;
  for (const id of [501, 5010]) await a.seed("applicantworkflows", id, { status: "D10100" });
});
afterAll(async () => world.close());

beforeEach(async () => {
  await world.database.queries.deleteFrom("disturbance").execute();
});

const disturb = async (status: 429 | 503, remaining: number): Promise<void> => {
  await world.database.queries
    .insertInto("disturbance")
    .values({ customer_id: a.customerId, workflow_id: 501, status, remaining })
    .execute();
  a.disturb([501]);
};
const statusOf = async (path: string): Promise<number> =>
  (await a.call("GET", `/customers/6101${path}`)).status;

test("refuses as many calls of the workflow as asked for, then serves them", async () => {
  await disturb(503, 2);
  expect(await statusOf("/applicantworkflows/501")).toBe(503);
  expect(await statusOf("/applicantworkflows/501/fields/assessmentresults")).toBe(503);
  expect(await statusOf("/applicantworkflows/501")).toBe(200);
});

test("says after how long to come again when the quota is used up, and records the refusal", async () => {
  await disturb(429, 1);
  const { status, headers, json } = await a.call("GET", "/customers/6101/applicantworkflows/501");
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("2");
  expect(json).toMatchObject({ errors: [{ errorCode: 429 }] });
  expect((await a.recorded()).at(-1)).toMatchObject({ status: 429, workflow_id: 501 });
});

test("leaves all other calls alone, and counts none of them", async () => {
  await disturb(503, 1);
  expect(await statusOf("/applicantworkflows/5010")).toBe(200);
  expect(await statusOf("")).toBe(200);
  const { status } = await world.b.call("GET", "/customers/6102/applicantworkflows/501");
  expect(status).toBe(404);
  expect(await statusOf("/applicantworkflows/501")).toBe(503);
});

test("counts for all who call at once", async () => {
  await disturb(429, 3);
  const statuses = await Promise.all(
    Array.from({ length: 8 }, async () => statusOf("/applicantworkflows/501")),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
});
