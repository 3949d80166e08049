import { randomBytes } from "node:crypto";

import { createIds } from "@slipway/foundation";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { gradeRun } from "../grade/grade-run.ts";
import { loadGradings, loadResults } from "../grade/load-gradings.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import type { Run } from "../runs/run.ts";
import { RunActiveProblem } from "../runs/run.problems.ts";
import { loadRun } from "../runs/run-store.ts";
import { openToyWorld, type ToyWorld } from "../testing/toy-framework.world.ts";
import { driveRun, type RunProgress } from "./drive-run.ts";
import { loadSteps } from "./step-store.ts";

let world: ToyWorld;
let run: Run;

beforeEach(async () => {
  world = await openToyWorld();
  run = await world.start();
});

afterEach(async () => world.close());

const drive = async (): Promise<RunProgress> => {
  const [pack] = world.framework.packs;
  if (pack === undefined) throw new Error("Expected the toy framework to have a pack");
  return driveRun({ ...world, pack, run });
};

const inAnHour = (): Date => new Date(Date.now() + 3_600_000);
const waiting = (who: "platform" | "partner", until = inAnHour()) =>
  ({ kind: "waiting", for: who, toDo: "answer", until }) as const;

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

  it("gives up a scenario that is lost three times, through no fault of the partner", async () => {
    world.answers.set("left", { kind: "lost", reason: "the worker died" });
    await drive();
    await drive();
    const { cases, finished } = await drive();
    expect(finished).toBe(true);
    expect(cases.map(({ attempt, state }) => [attempt, state.kind])).toEqual([
      [3, "lost"],
      [3, "lost"],
    ]);
  });

  it("takes a wait of our own that ran out for our fault", async () => {
    world.answers.set("first", waiting("platform", new Date(Date.now() - 1)));
    await drive();
    const { cases } = await drive();
    expect(cases.map(({ state }) => state.kind)).toEqual(["broken", "broken"]);
  });

  it("records a step whose performer fails as broken, and nothing else of it", async () => {
    world.performers.forEach((performer) => {
      Object.assign(performer, {
        begin: async () => {
          throw new Error("no candidate to be had");
        },
      });
    });
    expect((await drive()).finished).toBe(true);
    const [step] = await loadSteps(world.database.queries, run.id);
    expect(step?.outcome).toMatchObject({ state: "broken", reason: "no candidate to be had" });
  });
});

describe("grading a run", () => {
  const ids = createIds({ clock: { now: () => new Date() }, randomBytes });

  it("keeps earlier verdicts when it grades anew under another pack", async () => {
    await drive();
    const at = new Date();
    const ending = { kind: "finished", at, because: "completed" } as const;
    const first = await gradeRun({ ...world, ids, run, ending });
    const ended = await loadRun(world.database.queries, run.id);
    await gradeRun({ ...world, ids, run: ended, packVersion: "2" });
    const gradings = await loadGradings(world.database.queries, run.id);
    expect(gradings.map(({ packVersion }) => packVersion)).toEqual(["1", "2"]);
    expect(await loadResults(world.database.queries, first.id)).toEqual(first.results);
  });

  it("reads what a cancelled run left open as cancelled", async () => {
    world.answers.set("first", waiting("partner"));
    await drive();
    const grading = await cancelRun({ ...world, ids, run });
    expect(grading?.results.map(({ verdict }) => verdict.kind)).toEqual(["cancelled", "cancelled"]);
    expect((await loadRun(world.database.queries, run.id)).state.kind).toBe("cancelled");
  });

  it("lets a sandbox have one active run, and names it", async () => {
    const refused: unknown = await world.start().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RunActiveProblem);
    expect(String(refused)).toContain(run.id);
  });
});
