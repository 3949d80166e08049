import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { Framework } from "../framework.ts";
import { endRun } from "../grade/end-run.ts";
import { gradeRun } from "../grade/grade-run.ts";
import { openToyWorld, type ToyWorld } from "../testing/toy-framework.world.ts";
import { loadFrozenPack } from "./frozen-pack.ts";
import { loadRun, loadRunsOf } from "./run.store.ts";
import { PackChangedProblem, PackNotFoundProblem } from "./run.problems.ts";
import type { Run } from "./run.ts";

let world: ToyWorld;

beforeEach(async () => {
  world = await openToyWorld();
});

afterEach(async () => world.close());

const frozenVersions = async (): Promise<readonly string[]> =>
  (
    await world.database.queries
      .selectFrom("requirement_pack")
      .select("version")
      .orderBy("version")
      .execute()
  ).map(({ version }) => version);

/** The world's framework with another content under the versions of its packs. */
const changed = (): Framework => ({
  ...world.framework,
  packs: world.framework.packs.map((pack) => ({ ...pack, title: "Toy, but stricter" })),
});

const finish = async (run: Run): Promise<Run> => {
  await endRun({
    ...world,
    run,
    ending: { kind: "finished", at: new Date(), because: "completed" },
  });
  return loadRun(world.database.queries, run.id);
};

describe("starting a run", () => {
  it("puts it on record as it was started", async () => {
    const run = await world.start();
    expect(await loadRun(world.database.queries, run.id)).toEqual(run);
    expect(await loadRunsOf(world.database.queries, run.sandboxId)).toEqual([run]);
  });

  it("freezes its pack", async () => {
    await world.start();
    const frozen = await loadFrozenPack(world.database.queries, { id: "toy", version: "1" });
    expect(frozen.pack).toEqual(world.framework.packs[0]);
  });

  it("leaves nothing when the sandbox has an active run", async () => {
    const run = await world.start();
    await expect(world.start({ packVersion: "2" })).rejects.toThrow(run.id);
    expect(await frozenVersions()).toEqual(["1"]);
  });

  it("names the versions that it knows when it is asked for another", async () => {
    const refused: unknown = await world
      .start({ packVersion: "3" })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PackNotFoundProblem);
    expect(String(refused)).toContain('(1, 2), found "3"');
  });

  it("finds its place when many start at once", async () => {
    const started = await Promise.allSettled(Array.from({ length: 6 }, async () => world.start()));
    expect(started.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a pack that was changed under its version", () => {
  it("is refused to a new run, which leaves nothing", async () => {
    const run = await finish(await world.start());
    const refused: unknown = await world
      .start({ framework: changed() })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PackChangedProblem);
    expect(refused).toMatchObject({ code: "PACK-CHANGED", status: 500 });
    expect(await loadRunsOf(world.database.queries, run.sandboxId)).toEqual([run]);
  });

  it("is refused to another grading", async () => {
    const run = await finish(await world.start());
    await gradeRun({ ...world, run, packVersion: "2" });
    await expect(
      gradeRun({ ...world, run, framework: changed(), packVersion: "2" }),
    ).rejects.toBeInstanceOf(PackChangedProblem);
  });

  it("does not concern runs of before, which keep theirs", async () => {
    const run = await finish(await world.start());
    const { packVersion } = await gradeRun({ ...world, run, framework: changed() });
    expect(packVersion).toBe("1");
    const frozen = await loadFrozenPack(world.database.queries, { id: "toy", version: "1" });
    expect(frozen.pack.title).toBe("Toy");
  });
});
