import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import type { Database } from "@slipway/database";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { cancelRun } from "../runs/cancel-run.ts";
import { beginJudging } from "../runs/run.store.ts";
import { waiting } from "../testing/driving.world.ts";
import { openEngineWorld, type EngineWorld } from "../testing/engine.world.ts";
import { ask, toyFrameworkWith } from "../testing/toy-framework.world.ts";
import { loadSteps } from "./step.store.ts";

let world: EngineWorld;

beforeEach(async () => {
  world = await openEngineWorld();
});

afterEach(async () => world.close());

describe("the run engine", () => {
  it("drives a run to its end, judges it and ends it", async () => {
    await world.startEngine();
    const run = await world.ended(await world.start());
    expect(run.state).toMatchObject({ kind: "finished", because: "completed" });
    expect(await world.verdictsOf(run)).toEqual(["partner pass", "partner pass"]);
    expect(world.troubles).toEqual([]);
  });

  it("goes on with a run that waited once what it waited for is there", async () => {
    world.answers.set("first", waiting("partner"));
    await world.startEngine();
    const run = await world.start();
    while ((await loadSteps(world.database.queries, run.id)).length < 2) await sleep(20);
    world.answers.delete("first");
    expect((await world.ended(run)).state.kind).toBe("finished");
  });

  it("ends a run once when somebody cancels it", async () => {
    world.answers.set("left", waiting("partner"));
    await world.startEngine();
    const run = await world.start();
    while ((await loadSteps(world.database.queries, run.id)).length < 6) await sleep(20);
    await cancelRun({ ...world, run });
    expect((await world.ended(run)).state.kind).toBe("cancelled");
    expect(await world.verdictsOf(run)).toEqual(["partner cancelled", "partner cancelled"]);
  });

  it("cancels a run of which a killed process had only said so", async () => {
    const run = await world.start();
    expect(await beginJudging(world.database.queries, run.id, "cancelled")).toBe(true);
    await world.startEngine();
    expect((await world.ended(run)).state.kind).toBe("cancelled");
    expect(await world.verdictsOf(run)).toEqual(["partner cancelled"]);
  });
});

describe("a scenario of ours that breaks off", () => {
  it("ends its run as one that we could not judge, through no fault of the partner", async () => {
    await world.close();
    world = await openEngineWorld(
      toyFrameworkWith({
        id: "toy.throwing",
        title: "Throws after its first step",
        instances: () => [{ name: "", parameters: {} }],
        play: async (stage) => {
          await stage.step("first", ask, {});
          throw new TypeError("undefined is not a question");
        },
      }),
    );
    await world.startEngine();
    const run = await world.ended(await world.start());
    expect(run.state).toMatchObject({ kind: "finished", because: "completed" });
    expect(await world.verdictsOf(run)).toEqual(["checker checker-error", "checker checker-error"]);
    expect(world.troubles.map(String)).toEqual(["TypeError: undefined is not a question"]);
  });
});

describe("two engines on one database", () => {
  const engineOn = async (database: Database, begun: string[], gate?: Promise<void>) =>
    world.startEngine({
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
    await world.ended(run);
    const keys = [...left, ...right];
    expect(keys).toHaveLength(6);
    expect(new Set(keys).size).toBe(6);
    expect(world.troubles).toEqual([]);
  });

  it("take over from each other when one is stopped", async () => {
    world.answers.set("first", waiting("partner"));
    const run = await world.start();
    const [left, right]: [string[], string[]] = [[], []];
    const first = await engineOn(world.openAgain(), left);
    while ((await loadSteps(world.database.queries, run.id)).length < 2) await sleep(20);
    await first.stop();
    await engineOn(world.openAgain(), right);
    world.answers.delete("first");
    await world.ended(run);
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
      await world.startEngine();
      await sleep(500);
      expect(world.begun).toEqual([]);
      child.kill("SIGKILL");
      expect((await world.ended(run)).state.kind).toBe("finished");
      expect(world.begun).toHaveLength(6);
    } finally {
      child.kill("SIGKILL");
    }
  });
});
