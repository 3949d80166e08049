import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import type { Database } from "@slipway/database";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { loadGradings, loadResults } from "../grade/load-gradings.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import { beginJudging, loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { openToyWorld, type ToyWorld } from "../testing/toy-framework.world.ts";
import { createRunEngine, type RunEngine, type RunEngineOptions } from "./run-engine.ts";
import { loadSteps } from "./step.store.ts";

let world: ToyWorld;
let engines: RunEngine[];

beforeEach(async () => {
  world = await openToyWorld();
  engines = [];
});

afterEach(async () => {
  await Promise.all(engines.map(async (engine) => engine.stop()));
  await world.close();
});

async function startEngine(differences: Partial<RunEngineOptions> = {}): Promise<RunEngine> {
  const engine = createRunEngine({
    ...world,
    frameworks: new Map([[world.framework.id, world.framework]]),
    onError: world.onTrouble,
    ...differences,
  });
  engines.push(engine);
  await engine.start();
  return engine;
}

const ended = async (run: Run): Promise<Run> => {
  for (;;) {
    const seen = await loadRun(world.database.queries, run.id);
    if (seen.state.kind === "finished" || seen.state.kind === "cancelled") return seen;
    await sleep(20);
  }
};

const verdictsOf = async (run: Run): Promise<readonly string[]> => {
  const [first, ...others] = await loadGradings(world.database.queries, run.id);
  expect(others).toEqual([]);
  const results = await loadResults(world.database.queries, first?.id ?? "");
  return results.map(({ faultOwner, verdict }) => `${faultOwner} ${verdict.kind}`);
};

const inAnHour = (): Date => new Date(Date.now() + 3_600_000);
const waiting = () =>
  ({ kind: "waiting", for: "partner", toDo: "answer", until: inAnHour() }) as const;

describe("the run engine", () => {
  it("drives a run to its end, judges it and ends it", async () => {
    await startEngine();
    const run = await ended(await world.start());
    expect(run.state).toMatchObject({ kind: "finished", because: "completed" });
    expect(await verdictsOf(run)).toEqual(["partner pass", "partner pass"]);
    expect(world.troubles).toEqual([]);
  });

  it("goes on with a run that waited once what it waited for is there", async () => {
    world.answers.set("first", waiting());
    await startEngine();
    const run = await world.start();
    while ((await loadSteps(world.database.queries, run.id)).length < 2) await sleep(20);
    world.answers.delete("first");
    expect((await ended(run)).state.kind).toBe("finished");
  });

  it("ends a run once when somebody cancels it", async () => {
    world.answers.set("left", waiting());
    await startEngine();
    const run = await world.start();
    while ((await loadSteps(world.database.queries, run.id)).length < 6) await sleep(20);
    await cancelRun({ ...world, run });
    expect((await ended(run)).state.kind).toBe("cancelled");
    expect(await verdictsOf(run)).toEqual(["partner cancelled", "partner cancelled"]);
  });

  it("cancels a run of which a killed process had only said so", async () => {
    const run = await world.start();
    expect(await beginJudging(world.database.queries, run.id, "cancelled")).toBe(true);
    await startEngine();
    expect((await ended(run)).state.kind).toBe("cancelled");
    expect(await verdictsOf(run)).toEqual(["partner cancelled"]);
  });
});

describe("two engines on one database", () => {
  const engineOn = async (database: Database, begun: string[], gate?: Promise<void>) =>
    startEngine({
      database,
      performers: new Map([
        [
          world.performer.kind,
          {
            ...world.performer,
            begin: async (tx, place, input) => {
              begun.push(place.stepKey);
              await gate;
              return world.performer.begin(tx, place, input);
            },
          },
        ],
      ]),
    });

  it("work on a run one at a time", async () => {
    const gate = Promise.withResolvers<void>();
    const run = await world.start();
    const [left, right]: [string[], string[]] = [[], []];
    await engineOn(world.openAgain(), left, gate.promise);
    while (left.length < 2) await sleep(20);
    await engineOn(world.openAgain(), right);
    // Long enough for the second to have looked several times.
    await sleep(1000);
    expect([left.length, right.length]).toEqual([2, 0]);
    gate.resolve();
    await ended(run);
    const keys = [...left, ...right];
    expect(keys).toHaveLength(6);
    expect(new Set(keys).size).toBe(6);
    expect(world.troubles).toEqual([]);
  });

  it("take over from each other when one is stopped", async () => {
    world.answers.set("first", waiting());
    const run = await world.start();
    const [left, right]: [string[], string[]] = [[], []];
    const first = await engineOn(world.openAgain(), left);
    while ((await loadSteps(world.database.queries, run.id)).length < 2) await sleep(20);
    await first.stop();
    await engineOn(world.openAgain(), right);
    world.answers.delete("first");
    await ended(run);
    expect([left.length, right.length]).toEqual([2, 4]);
  });

  it("take over from each other when one is killed in the middle of a step", async () => {
    const run = await world.start();
    const program = fileURLToPath(new URL("../testing/toy-engine.process.ts", import.meta.url));
    const child = spawn(
      process.execPath,
      ["--conditions=@slipway/source", program, JSON.stringify(world.database.connection)],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    try {
      await once(child.stdout, "data");
      await startEngine();
      await sleep(500);
      expect(world.begun).toEqual([]);
      child.kill("SIGKILL");
      expect((await ended(run)).state.kind).toBe("finished");
      expect(world.begun).toHaveLength(6);
    } finally {
      child.kill("SIGKILL");
    }
  });
});

describe("a run whose version of us is gone", () => {
  const withoutFramework = new Map();

  it("goes on under its pack as it was frozen, when the code has that no more", async () => {
    const run = await world.start();
    const upgraded = { ...world.framework, packs: [] };
    await startEngine({ frameworks: new Map([[upgraded.id, upgraded]]) });
    expect((await ended(run)).state).toMatchObject({ because: "completed" });
    expect(await verdictsOf(run)).toEqual(["partner pass", "partner pass"]);
  });

  it.each([
    ["framework", () => withoutFramework],
    ["scenario", () => new Map([["toy", { ...world.framework, scenarios: [] }]])],
  ])(
    "is given up in the end when its %s is gone, through no fault of the partner",
    async (_, frameworks) => {
      const run = await world.start();
      await startEngine({ frameworks: frameworks(), giveUpAfterMs: 0 });
      expect((await ended(run)).state).toMatchObject({ kind: "finished", because: "given-up" });
      expect(await verdictsOf(run)).toEqual(["checker checker-error"]);
      expect(world.troubles).toHaveLength(1);
      // The sandbox is free for the next.
      await world.start();
    },
  );

  it("is left for a process that has it until then, and told of once", async () => {
    const run = await world.start();
    await startEngine({ database: world.openAgain(), frameworks: withoutFramework });
    while (world.troubles.length === 0) await sleep(20);
    await startEngine();
    expect((await ended(run)).state).toMatchObject({ because: "completed" });
    expect(world.troubles.map(String)).toEqual([
      "Error: Expected framework toy, found that this version has none.",
    ]);
  });

  it("stays cancelled if it was", async () => {
    const run = await world.start();
    await beginJudging(world.database.queries, run.id, "cancelled");
    await startEngine({ frameworks: withoutFramework, giveUpAfterMs: 0 });
    expect((await ended(run)).state.kind).toBe("cancelled");
    expect(await verdictsOf(run)).toEqual(["checker checker-error"]);
  });

  it("is given up even if its row cannot be read, and keeps no other run from going on", async () => {
    const spoilt = await world.start();
    await world.database.queries
      .updateTable("run")
      .set({ settings: "{}" })
      .where("id", "=", spoilt.id)
      .execute();
    await startEngine({ giveUpAfterMs: 0 });
    for (;;) {
      const row = await world.database.queries
        .selectFrom("run")
        .select("ended_because")
        .where("id", "=", spoilt.id)
        .executeTakeFirst();
      if (row?.ended_because === "given-up") break;
      await sleep(20);
    }
    expect(await verdictsOf(spoilt)).toEqual(["checker checker-error"]);
    expect((await ended(await world.start())).state).toMatchObject({ because: "completed" });
  });
});
