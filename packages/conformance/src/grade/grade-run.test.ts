import type { ExchangeId } from "@slipway/exchange";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { RunProgress } from "../drive/drive-run.ts";
import type { Framework } from "../framework.ts";
import { cancelRun } from "../runs/cancel-run.ts";
import { RunActiveProblem, RunNotEndedProblem } from "../runs/run.problems.ts";
import { loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { driveOnce } from "../testing/driving.world.ts";
import { exchangeOf } from "../testing/exchange.world.ts";
import { openToyWorld, type ToyWorld } from "../testing/toy-framework.world.ts";
import { endRun } from "./end-run.ts";
import { gradeRun } from "./grade-run.ts";
import { loadGradings, loadResults } from "./load-gradings.ts";
import type { Grading } from "./write-grading.ts";

let world: ToyWorld;
let run: Run;

beforeEach(async () => {
  world = await openToyWorld();
  run = await world.start();
});

afterEach(async () => world.close());

const drive = async (): Promise<RunProgress> => driveOnce(world, run);

const finish = async (): Promise<Grading | undefined> =>
  endRun({ ...world, run, ending: { kind: "finished", at: new Date(), because: "completed" } });

const ended = async (): Promise<Run> => loadRun(world.database.queries, run.id);

const record = (number: number, step: string): void => {
  world.recorded.push(
    exchangeOf({
      id: `0190a000-0000-7000-8000-00000000000${number}` as ExchangeId,
      references: { orderId: step },
    }),
  );
};

const provedBy = ({ results }: Grading): readonly string[] =>
  results.flatMap(({ exchanges }) => exchanges.map((id) => id.slice(-1)));

describe("grading a run", () => {
  it("keeps earlier verdicts when it grades anew under another pack", async () => {
    await drive();
    const first = await finish();
    await gradeRun({ ...world, run: await ended(), packVersion: "2" });
    const gradings = await loadGradings(world.database.queries, run.id);
    expect(gradings.map(({ packVersion }) => packVersion)).toEqual(["1", "2"]);
    expect(await loadResults(world.database.queries, first?.id ?? "")).toEqual(first?.results);
  });

  it("keeps what decided whose fault a result is, and reads verdicts of before without it", async () => {
    world.answers.set("first", { kind: "broken", reason: "no status to move to" });
    await drive();
    const grading = await finish();
    const [first] = await loadResults(world.database.queries, grading?.id ?? "");
    expect(first).toMatchObject({
      faultOwner: "checker",
      fault: {
        rule: "checker.step-broke",
        facts: ["step first is broken: no status to move to"],
      },
    });
    await world.database.queries.updateTable("verdict").set({ fault: null }).execute();
    const [older] = await loadResults(world.database.queries, grading?.id ?? "");
    expect(older).toMatchObject({ faultOwner: "checker", verdict: { kind: "checker-error" } });
    expect(older).not.toHaveProperty("fault");
  });

  it("reads what a cancelled run left open as cancelled, also when it is graded anew", async () => {
    world.answers.set("first", {
      kind: "waiting",
      for: "partner",
      toDo: "answer",
      until: new Date(),
    });
    await drive();
    const grading = await cancelRun({ ...world, run });
    expect(grading?.results.map(({ verdict }) => verdict.kind)).toEqual(["cancelled", "cancelled"]);
    expect((await ended()).state.kind).toBe("cancelled");
    const again = await gradeRun({ ...world, run: await ended() });
    expect(again.results).toEqual(grading?.results);
  });

  it("lets a sandbox have one active run, and names it", async () => {
    const refused: unknown = await world.start().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RunActiveProblem);
    expect(String(refused)).toContain(run.id);
  });

  it("refuses to grade anew a run that has not ended", async () => {
    await drive();
    const refused: unknown = await gradeRun({ ...world, run }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RunNotEndedProblem);
    expect(await loadGradings(world.database.queries, run.id)).toEqual([]);
  });
});

describe("the exchanges of a run", () => {
  const asked = { kind: "done", facts: { question: "?", orderId: "first" } } as const;

  it("are those on record when it ends, for every grading", async () => {
    world.answers.set("first", asked);
    await drive();
    record(1, "first");
    const first = await finish();
    record(2, "first");
    const again = await gradeRun({ ...world, run: await ended() });
    expect([first, again].map((grading) => grading && provedBy(grading))).toEqual([["1"], ["1"]]);
  });

  it("are none for ever when there were none", async () => {
    world.answers.set("first", asked);
    await drive();
    await finish();
    record(1, "first");
    expect(provedBy(await gradeRun({ ...world, run: await ended() }))).toEqual([]);
  });
});

describe("several who end a run at once", () => {
  it("come to one grading and one ending", async () => {
    await drive();
    const gradings = await Promise.all([
      finish(),
      cancelRun({ ...world, run }),
      finish(),
      cancelRun({ ...world, run }),
    ]);
    expect(gradings.filter((grading) => grading !== undefined)).toHaveLength(1);
    expect(await loadGradings(world.database.queries, run.id)).toHaveLength(1);
  });

  it("cannot cancel what has ended", async () => {
    await drive();
    await finish();
    expect(await cancelRun({ ...world, run })).toBeUndefined();
    expect((await ended()).state.kind).toBe("finished");
  });
});

describe("a large run", () => {
  it("is graded, with more verdicts and exchanges than fit one statement", async () => {
    const checks = Array.from({ length: 9000 }, (_, index) => `toy.gone-${index}`);
    const [pack] = world.framework.packs;
    if (pack === undefined) throw new Error("Expected the toy framework to have a pack");
    const large: Framework = {
      ...world.framework,
      packs: [
        {
          ...pack,
          version: "large",
          requirements: [{ id: "T-1", title: "t", duties: [], severity: "must", checks }],
        },
      ],
    };
    await finish();
    const grading = await gradeRun({
      ...world,
      framework: large,
      run: await ended(),
      packVersion: "large",
    });
    expect(await loadResults(world.database.queries, grading.id)).toHaveLength(9000);
  });
});
