import { afterAll, beforeAll, expect, it } from "vitest";

import {
  openProgrammeWorld,
  type MadeSandbox,
  type ProgrammeWorld,
} from "../testing/open-programme-world.ts";

let world: ProgrammeWorld;
let made: MadeSandbox;
beforeAll(async () => {
  world = await openProgrammeWorld();
  made = await world.makeSandbox();
});
afterAll(async () => world.close());

const customerOf = (region: "a" | "b"): string => made.sandbox.tenants[region].customerId;

it("shows every switch at its default in a new tenant", async () => {
  const switches = await world.programme.listSwitches(customerOf("a"));
  expect(switches.length).toBeGreaterThan(30);
  expect(switches.filter((one) => one.setting !== one.default)).toEqual([]);
});

it("rules the next call, and leaves the other switches", async () => {
  const before = await world.programme.listSwitches(customerOf("b"));
  const set = await world.programme.setSwitches(customerOf("b"), { deleteProfile: "supported" });
  expect(set.filter((one, index) => one.setting !== before[index]?.setting)).toMatchObject([
    { id: "deleteProfile", setting: "supported" },
  ]);
  const { publicBase, customerId } = made.sandbox.tenants.b;
  const { username, password } = made.credentials.b;
  const { id } = await world.database.queries
    .selectFrom("profile")
    .select("id")
    .where("customer_id", "=", customerId)
    .where("type", "=", "applicantworkflows")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const answer = await fetch(`${publicBase}/customers/${customerId}/applicantworkflows/${id}`, {
    method: "DELETE",
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
    },
  });
  expect(answer.status).toBe(204);
});

it("names every fault with the known values, and changes nothing", async () => {
  const before = await world.programme.listSwitches(customerOf("a"));
  const setting = world.programme.setSwitches(customerOf("a"), {
    deleteProfile: "supported",
    putOnProfile: "sometimes",
    deleteEverything: "yes",
  });
  await expect(setting).rejects.toMatchObject({ code: "SWITCHES-INVALID", status: 400 });
  await expect(setting).rejects.toThrow(
    'putOnProfile: expected one of refused, as-patch, found "sometimes"',
  );
  await expect(setting).rejects.toThrow('found "deleteEverything"');
  expect(await world.programme.listSwitches(customerOf("a"))).toEqual(before);
});
