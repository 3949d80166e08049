import { randomBytes } from "node:crypto";

import { afterAll, beforeAll, expect, it } from "vitest";

import { openDatabase } from "@slipway/database";
import { createIds, systemClock, type Clock } from "@slipway/foundation";

import { openProgrammeWorld, type ProgrammeWorld } from "../testing/open-programme-world.ts";
import { openMovableClocks } from "./movable-clocks.ts";

const dayMs = 86_400_000;

let world: ProgrammeWorld;
let customer: string;
beforeAll(async () => {
  world = await openProgrammeWorld();
  const { sandbox } = await world.makeSandbox();
  customer = sandbox.tenants.a.customerId;
});
afterAll(async () => world.close());

/** The machine's clock, standing still, so that times can be compared. */
const still: Clock = {
  now: () => new Date("2027-01-10T12:00:00.000Z"),
  monotonicMs: systemClock.monotonicMs,
};

it("moves, freezes and resumes the installation's clock, and a tenant's goes with it", async () => {
  const { programme } = world;
  world.setClock(still);
  expect(await programme.showClock()).toMatchObject({
    state: "running",
    aheadMs: 0,
    now: still.now(),
  });
  const to = new Date("2027-03-01T00:00:00.000Z");
  await programme.moveClock({ kind: "set", to });
  expect((await programme.showClock(customer)).now).toEqual(to);
  await programme.moveClock({ kind: "advance", byMs: dayMs }, customer);
  await programme.moveClock({ kind: "freeze" });
  world.setClock({ ...still, now: () => new Date(still.now().getTime() + dayMs) });
  expect(await programme.showClock()).toMatchObject({ state: "frozen", now: to });
  expect((await programme.showClock(customer)).now).toEqual(new Date(to.getTime() + dayMs));
  const resumed = await programme.moveClock({ kind: "resume" });
  expect(resumed).toMatchObject({ state: "running", now: to });
  world.setClock(systemClock);
});

it("keeps a tenant that is frozen where it is, whatever the installation does", async () => {
  const { programme } = world;
  const to = new Date("2030-01-01T00:00:00.000Z");
  await programme.moveClock({ kind: "set", to }, customer);
  await programme.moveClock({ kind: "freeze" }, customer);
  const { now } = await programme.showClock(customer);
  await programme.moveClock({ kind: "advance", byMs: 1000 * dayMs });
  expect(await programme.showClock(customer)).toMatchObject({ state: "frozen", now });
  await programme.moveClock({ kind: "advance", byMs: -1000 * dayMs });
  await programme.moveClock({ kind: "resume" }, customer);
});

it("refuses what no clock may show, and leaves it as it was", async () => {
  const { programme } = world;
  const { version } = await programme.showClock();
  await expect(
    programme.moveClock({ kind: "advance", byMs: 400 * 365 * dayMs }),
  ).rejects.toMatchObject({ code: "CLOCK-OUT-OF-RANGE", status: 422 });
  await expect(programme.moveClock({ kind: "freeze" }, "nobody")).rejects.toMatchObject({
    code: "TENANT-NOT-FOUND",
  });
  expect((await programme.showClock()).version).toBe(version);
});

it("returns when another process follows too, and does not wait for one that died", async () => {
  const { programme, database } = world;
  const other = openDatabase({ connection: database.connection });
  const ids = createIds({ clock: systemClock, randomBytes });
  const clocks = await openMovableClocks({
    database: other,
    clock: systemClock,
    ids,
    isAlone: false,
    onTrouble: () => undefined,
  });
  const dead = ids.uuid();
  await database.queries
    .insertInto("clock_listener")
    .values({ id: dead, seen_version: 0 })
    .execute();
  const to = new Date("2031-05-05T00:00:00.000Z");
  await programme.moveClock({ kind: "set", to });
  expect(clocks.installation.now() >= to).toBe(true);
  await programme.moveClock({ kind: "set", to }, customer);
  const seen = clocks.of(customer).now();
  expect([seen >= to, seen.getUTCFullYear()]).toEqual([true, 2031]);
  await clocks.close();
  await other.close();
  const listening = await database.queries.selectFrom("clock_listener").select("id").execute();
  expect(listening.map(({ id }) => id)).not.toContain(dead);
  expect(listening).toHaveLength(1);
});

it("says when a process that lives does not follow", async () => {
  const { programme, database } = world;
  const id = world.parts.ids.uuid();
  await database.queries.insertInto("clock_listener").values({ id, seen_version: 0 }).execute();
  // It looks, and never says that it saw the move.
  const looking = setInterval(() => {
    void database.queries
      .updateTable("clock_listener")
      .set((row) => ({ looks: row("looks", "+", 1) }))
      .where("id", "=", id)
      .execute();
  }, 1000);
  await expect(programme.moveClock({ kind: "freeze" })).rejects.toMatchObject({
    code: "CLOCK-NOT-SEEN",
  });
  clearInterval(looking);
  await database.queries.deleteFrom("clock_listener").where("id", "=", id).execute();
  expect((await programme.showClock()).state).toBe("frozen");
  await programme.moveClock({ kind: "resume" });
});
