import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Run } from "../runs/run.ts";
import type { Scenario } from "../scenario.ts";
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

describe("driving a run", () => {
  it("drives each case in both tenants to its end", async () => {
    expect((await drive()).finished).toBe(true);
    expect(world.begun.map(({ region, step }) => `${region} ${step}`).toSorted()).toEqual([
      "a first",
      "a left",
      "a right",
      "b first",
      "b left",
      "b right",
    ]);
  });

  it("does nothing twice when it is walked again", async () => {
    await drive();
    const begun = world.begun.length;
    expect((await drive()).finished).toBe(true);
    expect(world.begun).toHaveLength(begun);
  });

  it("leaves a case that waits, and goes on from the record when it has ended", async () => {
    world.answers.set("first", waiting("partner"));
    expect((await drive()).finished).toBe(false);
    expect(world.begun.map(({ step }) => step)).toEqual(["first", "first"]);
    world.answers.delete("first");
    expect((await drive()).finished).toBe(true);
    expect(world.begun.filter(({ step }) => step === "first")).toHaveLength(2);
  });

  it("begins all steps that belong together before it waits for one", async () => {
    world.answers.set("left", waiting("partner"));
    await drive();
    expect(world.begun.some(({ step }) => step === "right")).toBe(true);
  });

  it("drives a scenario anew when the outcome of a step is lost", async () => {
    world.answers.set("left", { kind: "lost", reason: "the worker died" });
    const { cases } = await drive();
    expect(cases.map(({ attempt }) => attempt)).toEqual([2, 2]);
    world.answers.delete("left");
    // The second attempt lost its step as well; a third finishes.
    expect((await drive()).cases.map(({ attempt, state }) => [attempt, state.kind])).toEqual([
      [3, "finished"],
      [3, "finished"],
    ]);
  });

  it("gives up a scenario that is lost six times, through no fault of the partner", async () => {
    world.answers.set("left", { kind: "lost", reason: "the worker died" });
    for (let walk = 1; walk <= 5; walk += 1) await drive();
    const { cases, finished } = await drive();
    expect(finished).toBe(true);
    expect(cases.map(({ attempt, state }) => [attempt, state.kind])).toEqual([
      [6, "lost"],
      [6, "lost"],
    ]);
  });

  it("takes a wait of our own that ran out for our fault", async () => {
    world.answers.set("first", waiting("platform", new Date(Date.now() - 1)));
    await drive();
    const { cases } = await drive();
    expect(cases.map(({ state }) => state.kind)).toEqual(["broken", "broken"]);
  });

  it("records a step whose performer fails as broken, and nothing else of it", async () => {
    const failing = performing(world, {
      begin: async () => {
        throw new Error("no candidate to be had");
      },
    });
    expect((await drive(failing)).finished).toBe(true);
    const [step] = await loadSteps(world.database.queries, run.id);
    expect(step?.outcome).toMatchObject({ state: "broken", reason: "no candidate to be had" });
    expect(world.troubles.map(String)).toContain("Error: no candidate to be had");
  });

  it("stores what a partner wrote, whatever characters it is made of", async () => {
    world.answers.set("first", { kind: "done", facts: { question: "what\0ever \uD800" } });
    await drive();
    const [step] = await loadSteps(world.database.queries, run.id);
    expect(step?.outcome).toMatchObject({ facts: { question: "what\uFFFDever \uFFFD" } });
  });
});

describe("driving a long run", () => {
  const stepCount = 1000;
  const long: Scenario = {
    id: "toy.long",
    title: "Asks a thousand times, one after the other",
    instances: () => [{ name: "", parameters: {} }],
    play: async (stage) => {
      for (let index = 0; index < stepCount; index += 1) await stage.step(`s${index}`, ask, {});
    },
  };

  beforeEach(async () => {
    await world.close();
    world = await openToyWorld(toyFrameworkWith(long));
    run = await world.start();
  });

  it("costs one query for what is on record, however much that is, and one for each step that waits", async () => {
    world.answers.set(`s${stepCount - 1}`, waiting("partner"));
    let looks = 0;
    const counting = performing(world, {
      look: async (place, input) => {
        looks += 1;
        return world.performer.look(place, input);
      },
    });
    await drive();
    let queries = 0;
    world.database.pool.on("acquire", () => {
      queries += 1;
    });
    const begun = world.begun.length;
    await drive(counting);
    expect([queries, looks, world.begun.length - begun]).toEqual([1, 2, 0]);
  });
});
