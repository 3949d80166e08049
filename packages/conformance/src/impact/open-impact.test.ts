import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Queries } from "@slipway/database";

import type { RequirementPack } from "../requirement-pack.ts";
import { planPart } from "../runs/plan-part.ts";
import type { Run } from "../runs/run.ts";
import { branchedFramework, brokenWhere } from "../testing/branched-framework.world.ts";
import { openEngineWorld, type EngineWorld } from "../testing/engine.world.ts";
import type { ImpactScope, RunImpact } from "./impact.ts";
import { openImpact, type Impact } from "./open-impact.ts";
import { printImpactCsv, printImpactJson } from "./print-impact.ts";

let world: EngineWorld;

beforeEach(async () => {
  world = await openEngineWorld(branchedFramework);
  await world.startEngine();
});

afterEach(async () => world.close());

const pack = (differences: Partial<RequirementPack> = {}): RequirementPack => {
  const [first] = branchedFramework.packs;
  if (first === undefined) throw new Error("Expected the framework to have a pack");
  return { ...first, version: "3-draft", ...differences };
};

const impact = (draft: RequirementPack, scope: ImpactScope = "newest"): Impact =>
  openImpact({ ...world, pack: draft, scope });

async function gather<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const gathered: Item[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

const runsOf = async (held: Impact): Promise<readonly RunImpact[]> => gather(held.runs);

const finished = async (part?: Run["part"]): Promise<Run> =>
  world.ended(await world.start(part === undefined ? {} : { part }));

const textOf = async (pieces: AsyncIterable<string>): Promise<string> =>
  (await gather(pieces)).join("");

const rowCounts = async (queries: Queries): Promise<readonly unknown[]> =>
  Promise.all(
    (["grading", "verdict", "requirement_pack", "run"] as const).map(async (table) =>
      queries.selectFrom(table).selectAll().execute(),
    ),
  );

describe("a draft held against the runs on record", () => {
  it("says what changes for each requirement of a run, and nothing of what stays", async () => {
    world.answers.set("second", brokenWhere.partner);
    const run = await finished();
    const draft = pack({
      scenarios: ["one.first", "two.second", "two.third", "three.new"],
      requirements: [
        { id: "B-1", title: "B-1", duties: [], severity: "must", checks: ["branch.first"] },
        { id: "B-2", title: "B-2", duties: [], severity: "must", checks: ["branch.third"] },
        { id: "B-4", title: "B-4", duties: [], severity: "must", checks: ["branch.second"] },
        { id: "B-5", title: "B-5", duties: [], severity: "must", checks: ["branch.new"] },
      ],
    });
    const [newCheck] = branchedFramework.checks;
    if (newCheck?.scope !== "case") throw new Error("Expected a check of cases");
    const framework = {
      ...branchedFramework,
      checks: [
        ...branchedFramework.checks,
        { ...newCheck, id: "branch.new", scenarios: ["three.new"] },
      ],
    };
    const [held] = await runsOf(openImpact({ ...world, framework, pack: draft, scope: "newest" }));
    expect(held).toMatchObject({ runId: run.id, before: "failed", after: "failed" });
    expect(
      held?.changes.map(({ requirement, kind, why }) => `${requirement} ${kind}: ${why}`),
    ).toEqual([
      "B-2 new-pass: ",
      "B-4 new-failure: branch.second: expected an answer, refused arrived",
      "B-5 newly-not-exercised: branch.new: None of three.new was driven.",
      "B-3 no-longer-asked: ",
    ]);
  });

  it.each([
    ["advisory", "must", "B-2 new-failure", "failed"],
    ["must", "advisory", "B-2 new-pass", "passed"],
  ] as const)("tells a failure that was %s and is %s", async (...weights) => {
    const [was, becomes, change, after] = weights;
    const weighing = (severity: "must" | "advisory"): RequirementPack["requirements"] =>
      pack().requirements.map((one) => (one.id === "B-2" ? { ...one, severity } : one));
    await world.close();
    world = await openEngineWorld({
      ...branchedFramework,
      packs: [{ ...pack(), version: "1", requirements: weighing(was) }],
    });
    await world.startEngine();
    world.answers.set("second", brokenWhere.partner);
    await finished();
    const [held] = await runsOf(impact(pack({ requirements: weighing(becomes) })));
    expect(held?.changes.map(({ requirement, kind }) => `${requirement} ${kind}`)).toEqual([
      change,
    ]);
    expect(held?.after).toBe(after);
  });

  it("stores nothing and calls nobody", async () => {
    await finished();
    const before = await rowCounts(world.database.queries);
    const asked = world.begun.length;
    expect(await runsOf(impact(pack()))).toHaveLength(1);
    expect(await rowCounts(world.database.queries)).toEqual(before);
    expect(world.begun).toHaveLength(asked);
  });

  it("takes the newest whole run of each integration, or all of them", async () => {
    const older = await finished();
    const newer = await finished();
    const [toyPack] = branchedFramework.packs;
    if (toyPack === undefined) throw new Error("Expected the framework to have a pack");
    const selection = { kind: "only", ids: ["B-1"] } as const;
    await finished(await planPart({ ...world, pack: toyPack, selection }));
    const ids = async (scope: ImpactScope): Promise<readonly string[]> =>
      (await runsOf(impact(pack(), scope))).map(({ runId }) => runId);
    expect(await ids("newest")).toEqual([newer.id]);
    expect(await ids("all")).toEqual([newer.id, older.id]);
  });

  it("lets go of each run before it loads the next, and stops when nobody listens", async () => {
    await finished();
    await finished();
    let loaded = 0;
    const counting = {
      ...world.exchanges,
      byIds: async (...asked: Parameters<typeof world.exchanges.byIds>) => {
        loaded += 1;
        return world.exchanges.byIds(...asked);
      },
    };
    for await (const _ of openImpact({ ...world, exchanges: counting, pack: pack(), scope: "all" })
      .runs)
      break;
    // Once for each tenant of the first run.
    expect(loaded).toBe(2);
  });

  it("tells of one run that it cannot judge, and goes on", async () => {
    const spoilt = await finished();
    const sound = await finished();
    await world.database.queries
      .updateTable("run_step")
      .set({ facts: "[]" })
      .where("run_id", "=", spoilt.id)
      .execute();
    const held = await runsOf(impact(pack(), "all"));
    expect(held.map(({ runId, after, trouble }) => [runId, after, trouble !== undefined])).toEqual([
      [sound.id, "passed", false],
      [spoilt.id, "not-judged", true],
    ]);
  });

  it("prints JSON with a summary, and CSV with a line for each change", async () => {
    world.answers.set("second", brokenWhere.partner);
    const failing = await finished();
    world.answers.clear();
    const passing = await finished();
    const draft = pack({ requirements: pack().requirements.filter(({ id }) => id !== "B-2") });
    const json = JSON.parse(await textOf(printImpactJson(impact(draft, "all")))) as unknown;
    expect(json).toMatchObject({
      format: "slipway-impact/1",
      scope: "all",
      pack: { version: "3-draft" },
      runs: [{ runId: passing.id }, { runId: failing.id }],
      summary: {
        runs: 2,
        before: { passed: 1, failed: 1 },
        after: { passed: 2 },
        concludeOtherwise: 1,
        requirements: [{ requirement: "B-2", counts: { "no-longer-asked": 2 } }],
      },
    });
    const lines = (await textOf(printImpactCsv(impact(draft, "all")))).trimEnd().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain(`${failing.id},`);
    expect(lines[2]).toContain(",failed,passed,B-2,B-2,no-longer-asked,fail,not-asked,must,");
  });

  it("is valid JSON where there is no run", async () => {
    expect(JSON.parse(await textOf(printImpactJson(impact(pack()))))).toMatchObject({
      runs: [],
      summary: { runs: 0, requirements: [] },
    });
  });
});
