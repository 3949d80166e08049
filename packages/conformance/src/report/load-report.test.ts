import type { ExchangeId } from "@slipway/exchange";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import type { RunProgress } from "../drive/drive-run.ts";
import type { Framework } from "../framework.ts";
import { endRun } from "../grade/end-run.ts";
import { gradeRun } from "../grade/grade-run.ts";
import { fail } from "../judgements.ts";
import { packHash } from "../requirement-pack.ts";
import { GradingNotFoundProblem } from "../runs/run.problems.ts";
import { loadRun } from "../runs/run.store.ts";
import type { Run } from "../runs/run.ts";
import { driveOnce } from "../testing/driving.world.ts";
import { exchangeOf } from "../testing/exchange.world.ts";
import { openToyWorld, type ToyWorld } from "../testing/toy-framework.world.ts";
import { loadReport } from "./load-report.ts";

let world: ToyWorld;
let run: Run;

beforeEach(async () => {
  world = await openToyWorld();
  run = await world.start();
});

afterEach(async () => world.close());

const drive = async (): Promise<RunProgress> => driveOnce(world, run);

const finish = async (): Promise<string> => {
  const ending = { kind: "finished", at: new Date(), because: "completed" } as const;
  const grading = await endRun({ ...world, run, ending });
  run = await loadRun(world.database.queries, run.id);
  return grading?.id ?? "";
};

/** The world's framework after its check became stricter. */
const stricter = (): Framework => ({
  ...world.framework,
  checks: world.framework.checks.map((check) =>
    check.scope === "run"
      ? check
      : {
          ...check,
          version: 2,
          judge: () => fail({ expected: "more", arrived: "less", toDo: "try harder" }),
        },
  ),
});

describe("the report of a run", () => {
  it("shows each grading as it was, the newest unless another is named", async () => {
    world.answers.set("first", { kind: "done", facts: { question: "?", orderId: "o-1" } });
    await drive();
    world.recorded.push(exchangeOf({ references: { orderId: "o-1" } }));
    const firstId = await finish();
    const before = await loadReport({ ...world, run });
    const second = await gradeRun({ ...world, run, framework: stricter(), packVersion: "2" });
    const newest = await loadReport({ ...world, run });
    expect(await loadReport({ ...world, run, gradingId: firstId })).toEqual(before);
    expect(await loadReport({ ...world, run, gradingId: second.id })).toEqual(newest);
    expect([before, newest].map(({ pack, conclusion }) => [pack.version, conclusion])).toEqual([
      ["1", "passed"],
      ["2", "failed"],
    ]);
    const [packOne] = world.framework.packs;
    expect(before.pack.hash).toBe(packOne && packHash(packOne));
    expect(before.exchanges.map(({ id }) => id)).toEqual([
      "0190a000-0000-7000-8000-000000000001" as ExchangeId,
    ]);
  });

  it("tells which scenarios were driven anew, and not those that were given up", async () => {
    world.answers.set("left", { kind: "lost", reason: "the worker died" });
    for (let walk = 1; walk <= 5; walk += 1) await drive();
    await finish();
    const { drivenAnew, conclusion } = await loadReport({ ...world, run });
    expect(new Set(drivenAnew.map(({ step, reason }) => `${step}: ${reason}`))).toEqual(
      new Set(["left: the worker died"]),
    );
    // Each of six attempts lost it; the sixth was the last.
    const regions = drivenAnew.map(({ region }) => region).toSorted();
    expect(regions).toEqual([
      ...Array.from({ length: 5 }, () => "a"),
      ...Array.from({ length: 5 }, () => "b"),
    ]);
    expect(conclusion).toBe("not-judged");
  });

  it("is not there before the run was graded", async () => {
    const refused: unknown = await loadReport({ ...world, run }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(GradingNotFoundProblem);
    expect(String(refused)).toContain("has no grading yet");
  });

  it("is not there for a grading that the run does not have", async () => {
    await drive();
    await finish();
    const refused: unknown = await loadReport({ ...world, run, gradingId: run.id }).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ code: "GRADING-NOT-FOUND" });
    expect(String(refused)).toContain(`none with id ${run.id}`);
  });
});
