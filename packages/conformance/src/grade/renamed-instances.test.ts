import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Framework } from "../framework.ts";
import { loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import type { ScenarioInstance } from "../scenario.ts";
import { driveOnce } from "../testing/driving.world.ts";
import {
  openToyWorld,
  toyFrameworkWith,
  ask,
  type ToyWorld,
} from "../testing/toy-framework.world.ts";
import { endRun } from "./end-run.ts";
import { gradeRun } from "./grade-run.ts";

const frameworkPlaying = (...instances: readonly ScenarioInstance[]): Framework =>
  toyFrameworkWith({
    id: "toy.instances",
    title: "Asks once",
    instances: () => instances,
    play: async (stage) => {
      await stage.step("only", ask, {});
    },
  });

const before = frameworkPlaying({ name: "email", parameters: { field: "person.email" } });
const upgraded = frameworkPlaying({ name: "person.email", parameters: { field: "email" } });

let world: ToyWorld;
let run: Run;

beforeEach(async () => {
  world = await openToyWorld(before);
  run = await world.start();
});

afterEach(async () => world.close());

const finish = async (): Promise<void> => {
  await driveOnce(world, run);
  const ending = { kind: "finished", at: new Date(), because: "completed" } as const;
  await endRun({ ...world, run, ending });
  run = await loadRun(world.database.queries, run.id);
};

const casesGradedBy = async (framework: Framework): Promise<readonly string[]> => {
  const { results } = await gradeRun({ ...world, framework, run });
  return results.map(({ scenario, verdict }) => `${scenario} ${verdict.kind}`);
};

describe("a run whose scenario plays other instances by now", () => {
  it("keeps the cases that it was started with, and their parameters", async () => {
    await finish();
    expect(run.cases).toEqual([
      {
        scenario: "toy.instances",
        name: "toy.instances:email",
        parameters: { field: "person.email" },
      },
    ]);
    const cases = ["toy.instances:email pass", "toy.instances:email pass"];
    expect(await casesGradedBy(upgraded)).toEqual(cases);
    expect(await casesGradedBy({ ...upgraded, scenarios: [] })).toEqual(cases);
  });

  it("is judged by the scenarios as they are today, if it is from before cases were kept", async () => {
    await world.database.queries.updateTable("run").set({ cases: null }).execute();
    run = await loadRun(world.database.queries, run.id);
    await finish();
    expect(await casesGradedBy(before)).toHaveLength(2);
    expect(await casesGradedBy(upgraded)).toEqual(["undefined not-exercised"]);
  });
});
