import { afterEach, beforeEach, expect, it } from "vitest";

import type { Run } from "../runs/run.ts";
import { waiting } from "../testing/driving.world.ts";
import { ask, openToyWorld, type ToyWorld } from "../testing/toy-framework.world.ts";
import { rememberSteps, type StepMemory } from "./remember-steps.ts";
import { endStep, insertStep } from "./step.store.ts";
import type { StepOutcome, StepRow } from "./step-row.ts";

let world: ToyWorld;
let run: Run;
let memory: StepMemory;

beforeEach(async () => {
  world = await openToyWorld();
  run = await world.start();
  memory = rememberSteps(world.database.queries);
});

afterEach(async () => world.close());

const noon = new Date("2026-11-28T12:00:00Z");
const minutesAfterNoon = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);
const endedAt = (at: Date): StepOutcome => ({ state: "done", facts: { at: "x" }, endedAt: at });

async function record(step: string, outcome: StepOutcome): Promise<StepRow> {
  const row: StepRow = {
    region: "a",
    scenario: "toy.talk",
    attempt: 1,
    step,
    kind: ask.kind,
    input: {},
    begunAt: noon,
    outcome,
  };
  await world.database.transaction(async (tx) => insertStep(tx, run.id, row));
  return row;
}

async function stepsKnown(): Promise<readonly string[]> {
  const steps = await memory.load(run.id);
  return steps.map(({ step, outcome }) => `${step} ${outcome.state}`).toSorted();
}

it("knows what has ended since, and what waits", async () => {
  await record("first", endedAt(noon));
  expect(await stepsKnown()).toEqual(["first done"]);
  const { kind: state, ...wait } = waiting("partner");
  if (state !== "waiting" || !("until" in wait)) throw new Error("Expected a step that waits");
  const second = await record("second", { state, ...wait });
  expect(await stepsKnown()).toEqual(["first done", "second waiting"]);
  const ended = { ...second, outcome: endedAt(minutesAfterNoon(1)) };
  await endStep(world.database, run.id, ended);
  expect(await stepsKnown()).toEqual(["first done", "second done"]);
});

it("misses nothing that a process with a slower clock has ended", async () => {
  await record("first", endedAt(minutesAfterNoon(5)));
  expect(await stepsKnown()).toEqual(["first done"]);
  await record("second", endedAt(minutesAfterNoon(3)));
  expect(await stepsKnown()).toEqual(["first done", "second done"]);
});
