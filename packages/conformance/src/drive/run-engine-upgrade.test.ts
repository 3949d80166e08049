import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { beginJudging } from "../runs/run.store.ts";
import { openEngineWorld, type EngineWorld } from "../testing/engine.world.ts";

let world: EngineWorld;

beforeEach(async () => {
  world = await openEngineWorld();
});

afterEach(async () => world.close());

describe("a run whose version of us is gone", () => {
  const withoutFramework = new Map();

  it("goes on under its pack as it was frozen, when the code has that no more", async () => {
    const run = await world.start();
    const upgraded = { ...world.framework, packs: [] };
    await world.startEngine({ frameworks: new Map([[upgraded.id, upgraded]]) });
    expect((await world.ended(run)).state).toMatchObject({ because: "completed" });
    expect(await world.verdictsOf(run)).toEqual(["partner pass", "partner pass"]);
  });

  it.each([
    ["framework", () => withoutFramework],
    ["scenario", () => new Map([["toy", { ...world.framework, scenarios: [] }]])],
  ])(
    "is given up in the end when its %s is gone, through no fault of the partner",
    async (_, frameworks) => {
      const run = await world.start();
      await world.startEngine({ frameworks: frameworks(), giveUpAfterMs: 0 });
      expect((await world.ended(run)).state).toMatchObject({
        kind: "finished",
        because: "given-up",
      });
      expect(await world.verdictsOf(run)).toEqual(["checker checker-error"]);
      expect(world.troubles).toHaveLength(1);
      // The sandbox is free for the next.
      await world.start();
    },
  );

  it("is left for a process that has it until then, and told of once", async () => {
    const run = await world.start();
    await world.startEngine({ database: world.openAgain(), frameworks: withoutFramework });
    while (world.troubles.length === 0) await sleep(20);
    await world.startEngine();
    expect((await world.ended(run)).state).toMatchObject({ because: "completed" });
    expect(world.troubles.map(String)).toEqual([
      "Error: Expected framework toy, found that this version has none.",
    ]);
  });

  it("stays cancelled if it was", async () => {
    const run = await world.start();
    await beginJudging(world.database.queries, run.id, "cancelled");
    await world.startEngine({ frameworks: withoutFramework, giveUpAfterMs: 0 });
    expect((await world.ended(run)).state.kind).toBe("cancelled");
    expect(await world.verdictsOf(run)).toEqual(["checker checker-error"]);
  });

  it("is given up even if its row cannot be read, and keeps no other run from going on", async () => {
    const spoilt = await world.start();
    await world.database.queries
      .updateTable("run")
      .set({ settings: "{}" })
      .where("id", "=", spoilt.id)
      .execute();
    await world.startEngine({ giveUpAfterMs: 0 });
    for (;;) {
      const row = await world.database.queries
        .selectFrom("run")
        .select("ended_because")
        .where("id", "=", spoilt.id)
        .executeTakeFirst();
      if (row?.ended_because === "given-up") break;
      await sleep(20);
    }
    expect(await world.verdictsOf(spoilt)).toEqual(["checker checker-error"]);
    expect((await world.ended(await world.start())).state).toMatchObject({ because: "completed" });
  });
});
