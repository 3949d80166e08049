import { runInTransaction } from "@slipway/database";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { cancelRun } from "../runs/cancel-run.ts";
import { loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { defineAction, type Scenario } from "../scenario.ts";
import { driveOnce, performing, waiting } from "../testing/driving.world.ts";
import {
  ask,
  openToyWorld,
  toyFrameworkWith,
  type ToyWorld,
} from "../testing/toy-framework.world.ts";
import type { RunProgress } from "./drive-run.ts";
import { loadSteps } from "./step.store.ts";

let world: ToyWorld;
let run: Run;

beforeEach(async () => {
  world = await openToyWorld();
  run = await world.start();
});

afterEach(async () => world.close());

const drive = async (differences: Partial<ToyWorld> = {}): Promise<RunProgress> =>
  driveOnce(world, run, differences);

const outcomes = async (): Promise<readonly string[]> =>
  (await loadSteps(world.database.queries, run.id)).map(
    ({ region, step, outcome }) => `${region} ${step} ${outcome.state}`,
  );

describe("driving a run through faults of ours", () => {
  it("records nothing of a beginning under which the database went away, and begins anew", async () => {
    const dying = performing(world, {
      begin: async (tx) => {
        await runInTransaction(tx, {
          text: "select pg_terminate_backend(pg_backend_pid())",
          values: [],
        });
        throw new Error("Expected the connection to be gone");
      },
    });
    expect((await drive(dying)).finished).toBe(false);
    expect(await outcomes()).toEqual([]);
    expect(world.troubles).toHaveLength(2);
    expect((await drive()).finished).toBe(true);
  });

  it("asks a performer that fails again until the step's time is over, then breaks the step", async () => {
    const failing = performing(world, {
      look: async () => {
        throw new Error("no such delivery");
      },
    });
    const until = new Date(Date.now() + 60_000);
    world.answers.set("first", waiting("partner", until));
    await drive();
    expect((await drive(failing)).finished).toBe(false);
    expect(await outcomes()).toEqual(["a first waiting", "b first waiting"]);
    const afterwards = { ...world.clock, now: () => new Date(until.getTime() + 1) };
    expect((await drive({ ...failing, clock: afterwards })).finished).toBe(true);
    expect(await outcomes()).toEqual(["a first broken", "b first broken"]);
    expect(new Set(world.troubles.map(String))).toEqual(new Set(["Error: no such delivery"]));
  });

  it("goes on with other cases while one fails", async () => {
    const failing = performing(world, {
      look: async (place, input) => {
        if (place.region === "a") throw new Error("no such delivery");
        return world.performer.look(place, input);
      },
    });
    world.answers.set("first", waiting("platform"));
    await drive();
    world.answers.delete("first");
    const { finished, cases } = await drive(failing);
    expect(finished).toBe(false);
    expect(cases.map(({ plan, state }) => `${plan.region} ${state.kind}`)).toEqual([
      "a waiting",
      "b finished",
    ]);
  });

  it("breaks a step that nobody in this version performs", async () => {
    expect((await drive({ performers: new Map() })).finished).toBe(true);
    const [step] = await loadSteps(world.database.queries, run.id);
    expect(step?.outcome).toMatchObject({
      state: "broken",
      reason: "Expected a performer of toy.ask, found that this version has none",
    });
  });

  it("leaves no step under way when its walk is over, though another of the same moment fails", async () => {
    const underWay = new Set<string>();
    const uneven = performing(world, {
      begin: async (tx, place, input) => {
        if (place.step === "left")
          await runInTransaction(tx, {
            text: "select pg_terminate_backend(pg_backend_pid())",
            values: [],
          });
        underWay.add(place.stepKey);
        await runInTransaction(tx, { text: "select pg_sleep(0.1)", values: [] });
        underWay.delete(place.stepKey);
        return world.performer.begin(tx, place, input);
      },
    });
    await drive(uneven);
    expect([...underWay]).toEqual([]);
    expect(await outcomes()).toEqual([
      "a first done",
      "b first done",
      "a right done",
      "b right done",
    ]);
  });
});

describe("driving a run that somebody cancels in the middle", () => {
  const cancelling = (): Pick<ToyWorld, "performers"> =>
    performing(world, {
      begin: async (tx, place, input) => {
        const progress = await world.performer.begin(tx, place, input);
        if (place.step === "first") await cancelRun({ ...world, run });
        return progress;
      },
    });

  it("begins nothing from then on, and has no complaint", async () => {
    expect((await drive(cancelling())).finished).toBe(false);
    expect(await outcomes()).toEqual([]);
    expect(world.troubles).toEqual([]);
    expect((await loadRun(world.database.queries, run.id)).state.kind).toBe("cancelled");
  });

  it("leaves a step that waited as it was judged", async () => {
    world.answers.set("first", waiting("partner"));
    await drive();
    world.answers.delete("first");
    await cancelRun({ ...world, run });
    expect((await drive()).finished).toBe(false);
    expect(await outcomes()).toEqual(["a first waiting", "b first waiting"]);
  });
});

describe("driving a scenario that is not as it should be", () => {
  let plays = 0;
  const throwing: Scenario = {
    id: "toy.throwing",
    title: "Throws after its first step",
    instances: () => [{ name: "", parameters: {} }],
    play: async (stage) => {
      await stage.step("first", ask, {});
      plays += 1;
      throw new TypeError("undefined is not a question");
    },
  };

  beforeEach(async () => {
    await world.close();
    world = await openToyWorld(toyFrameworkWith(throwing));
    run = await world.start();
    plays = 0;
  });

  it("records that it broke off, tells the bug and plays it no more", async () => {
    expect((await drive()).finished).toBe(true);
    expect(await outcomes()).toEqual([
      "a first done",
      "b first done",
      "a whole-scenario broken",
      "b whole-scenario broken",
    ]);
    expect(world.troubles.map(String)).toEqual([
      "TypeError: undefined is not a question",
      "TypeError: undefined is not a question",
    ]);
    const { finished, cases } = await drive();
    expect([finished, plays]).toEqual([true, 2]);
    expect(cases.map(({ state }) => state.kind)).toEqual(["broken", "broken"]);
  });

  it("breaks off where an upgrade made another action of a recorded step", async () => {
    world.answers.set("first", waiting("partner"));
    await drive();
    const told = defineAction<Record<string, never>, Record<string, never>>("toy.tell");
    const upgraded = toyFrameworkWith({
      ...throwing,
      play: async (stage) => {
        await stage.step("first", told, {});
      },
    });
    const { cases } = await drive({ framework: upgraded });
    expect(cases.map(({ state }) => state)).toMatchObject([
      { kind: "broken", reason: expect.stringContaining("Expected step first to be toy.tell") },
      { kind: "broken" },
    ]);
  });
});
