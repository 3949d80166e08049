import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Framework } from "../framework.ts";
import { loadReport } from "../report/load-report.ts";
import type { ReportedRequirement, RunReport } from "../report/run-report.ts";
import { openEngineWorld, type EngineWorld } from "../testing/engine.world.ts";
import { branchedFramework, brokenWhere } from "../testing/branched-framework.world.ts";
import { planPart } from "./plan-part.ts";
import type { RunSelection } from "./run-part.ts";
import { loadRun } from "./run.store.ts";
import type { Run } from "./run.ts";

let world: EngineWorld;

beforeEach(async () => {
  world = await openEngineWorld(branchedFramework);
});

afterEach(async () => world.close());

const startPart = async (selection: RunSelection): Promise<Run> => {
  const [pack] = world.framework.packs;
  if (pack === undefined) throw new Error("Expected the framework to have a pack");
  const part = await planPart({ ...world, pack, selection });
  return world.start({ part });
};

const only = async (...ids: readonly string[]): Promise<Run> => startPart({ kind: "only", ids });

const reportOf = async (run: Run, framework: Framework = world.framework): Promise<RunReport> => {
  await world.startEngine();
  await world.ended(run);
  return loadReport({ ...world, framework, run: await loadRun(world.database.queries, run.id) });
};

const read = ({ id, verdict }: ReportedRequirement): string => `${id} ${verdict}`;

const driven = (): readonly string[] => [...new Set(world.begun.map(({ scenario }) => scenario))];

describe("a run of a part", () => {
  it.each([
    ["a requirement", "B-1", ["one.first"], ["B-1 pass"]],
    ["a check", "branch.second", ["two.second"], ["B-2 not-exercised"]],
    ["a scenario", "two.third", ["two.third"], ["B-2 not-exercised"]],
    ["a use case", "two", ["two.second", "two.third"], ["B-2 pass"]],
    [
      "a check of the whole run",
      "branch.whole",
      ["one.first", "two.second", "two.third"],
      ["B-3 pass"],
    ],
  ])("of %s drives what it needs and judges that alone", async (...part) => {
    const [, id, scenarios, verdicts] = part;
    const run = await only(id);
    expect(await loadRun(world.database.queries, run.id)).toEqual(run);
    const report = await reportOf(run);
    expect(driven()).toEqual(scenarios);
    expect(report.requirements.map(read)).toEqual(verdicts);
    expect(report.conclusion).toBe("partial");
  });

  it("says what of its requirements lies outside, and which requirements do", async () => {
    const { requirements, part } = await reportOf(await only("two.third"));
    const whys = requirements.flatMap(({ results }) =>
      results.flatMap(({ check, verdict }) =>
        verdict.kind === "not-exercised" ? [`${check}: ${verdict.why}`] : [],
      ),
    );
    expect(whys).toEqual(["branch.second: Not part of this run: this check."]);
    expect(part?.leftOut).toEqual(["B-1", "B-3"]);
    expect(part?.partly).toEqual(["B-2"]);
    expect(part?.wholeRunChecks).toEqual([]);
  });

  it("fails where what it covers fails", async () => {
    world.answers.set("first", brokenWhere.partner);
    expect((await reportOf(await only("B-1"))).conclusion).toBe("failed");
  });

  it("refuses ids that its pack does not have, and names the nearest", async () => {
    await expect(only("B-1", "two.secnd")).rejects.toThrow(
      'found "two.secnd". Nearest: two.second',
    );
    await expect(only("xyzzy-plugh")).rejects.toThrow("Requirements: B-1, B-2, B-3. Scenarios:");
  });
});

describe("a run of what has failed", () => {
  const failed = async (): Promise<Run> => {
    world.answers.set("second", brokenWhere.partner);
    const run = await world.start();
    await reportOf(run);
    return run;
  };

  it("covers what stands behind each requirement that is not passed", async () => {
    const before = await failed();
    world.answers.clear();
    const run = await startPart({ kind: "failed-of", runId: before.id });
    const { requirements, conclusion, part } = await reportOf(run);
    expect(requirements.map(read)).toEqual(["B-2 pass"]);
    expect(part).toMatchObject({
      scenarios: ["two.second", "two.third"],
      selection: { kind: "failed-of", runId: before.id },
    });
    expect(conclusion).toBe("partial");
  });

  it("is refused where nothing has failed, nothing has ended, or the run is not there", async () => {
    const run = await world.start();
    const again = async (runId: string): Promise<Run> =>
      startPart({ kind: "failed-of", runId: runId as Run["id"] });
    await expect(again(run.id)).rejects.toMatchObject({ code: "RUN-NOT-ENDED" });
    await reportOf(run);
    await expect(again(run.id)).rejects.toMatchObject({ code: "RUN-NOTHING-FAILED" });
    await expect(again(run.id.replace(/^./u, "f"))).rejects.toMatchObject({
      code: "RUN-NOT-FOUND",
    });
  });
});
