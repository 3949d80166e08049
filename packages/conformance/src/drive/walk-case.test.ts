import { setTimeout as sleep } from "node:timers/promises";

import { describe, expect, it } from "vitest";

import { defineAction, type Scenario } from "../scenario.ts";
import type { StepOutcome, StepRow } from "./step-row.ts";
import { walkCase, type Advance, type CaseState } from "./walk-case.ts";

const ask = defineAction<{ readonly about: string }, { readonly answer: number }>("toy.ask");

const setting = {
  region: "a",
  parameters: {},
  declaration: { completesTestOrders: true, supportsCancel: false, manifest: [], wordings: {} },
  settings: {
    answerBudgetMs: 1,
    resultBudgetMs: 1,
    completionWindowMs: 1,
    testCompletionWindowMs: 1,
  },
} as const;

const now = new Date("2026-03-01T09:00:00Z");
const done = (answer: number): StepOutcome => ({ state: "done", facts: { answer }, endedAt: now });
const waiting: StepOutcome = { state: "waiting", for: "partner", toDo: "answer", until: now };

/** Steps as they stand, by name; what is not there is done. Keeps the order in which they were asked for. */
function stands(outcomes: Readonly<Record<string, StepOutcome>> = {}): {
  readonly advance: Advance;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const advance: Advance = async (step, { kind, input }) => {
    asked.push(step);
    const outcome = outcomes[step] ?? done(1);
    return { region: "a", scenario: "toy", attempt: 1, step, kind, input, begunAt: now, outcome };
  };
  return { advance, asked };
}

const walk = async (play: Scenario["play"], advance: Advance): Promise<CaseState> =>
  walkCase({ id: "toy", title: "Toy", instances: () => [], play }, setting, advance);

const twoAtOnce: Scenario["play"] = async (stage) => {
  await stage.together([
    { name: "left", action: ask, input: { about: "l" } },
    { name: "right", action: ask, input: { about: "r" } },
  ]);
};

describe("walking a case", () => {
  it("finishes on facts alone, which the scenario may branch on", async () => {
    const { advance, asked } = stands({ first: done(2), second: done(7) });
    const state = await walk(async (stage) => {
      const { answer } = await stage.step("first", ask, { about: "x" });
      if (answer === 2) await stage.step("second", ask, { about: "y" });
      const answers = await stage.together([{ name: "third", action: ask, input: { about: "z" } }]);
      expect(answers).toEqual([{ answer: 1 }]);
    }, advance);
    expect(state).toEqual({ kind: "finished" });
    expect(asked).toEqual(["first", "second", "third"]);
  });

  it("leaves at the first step that waits, and says for whom", async () => {
    const { advance, asked } = stands({ first: waiting });
    const state = await walk(async (stage) => {
      await stage.step("first", ask, { about: "x" });
      await stage.step("second", ask, { about: "y" });
    }, advance);
    expect(state).toEqual({ kind: "waiting", for: "partner" });
    expect(asked).toEqual(["first"]);
  });

  it.each(["lost", "broken"] as const)(
    "leaves at a step that is %s, for its reason",
    async (state) => {
      const { advance } = stands({ first: { state, reason: "the worker died", endedAt: now } });
      const walked = await walk(async (stage) => {
        await stage.step("first", ask, { about: "x" });
      }, advance);
      expect(walked).toEqual({ kind: state, reason: "the worker died" });
    },
  );

  it("asks for all steps of a moment before it leaves at one of them", async () => {
    const { advance, asked } = stands({ left: waiting });
    expect(await walk(twoAtOnce, advance)).toEqual({ kind: "waiting", for: "partner" });
    expect(asked).toEqual(["left", "right"]);
  });

  it("takes a scenario that throws for broken, and keeps what it threw", async () => {
    const bug = new TypeError("undefined is not a question");
    const state = await walk(async (stage) => {
      await stage.step("first", ask, { about: "x" });
      throw bug;
    }, stands().advance);
    expect(state).toEqual({ kind: "broken", reason: "undefined is not a question", bug });
  });

  it("takes a scenario for broken that asks for another action than is on record", async () => {
    const { advance } = stands();
    const state = await walk(twoAtOnce, async (step, asked) => ({
      ...(await advance(step, asked)),
      kind: "toy.tell",
    }));
    expect(state).toMatchObject({
      kind: "broken",
      reason: expect.stringContaining("found toy.tell on record"),
    });
  });
});

describe("a walk that cannot go on", () => {
  const away = new Error("the database is away");

  it("throws what kept it, not the scenario's state", async () => {
    const failing: Advance = async () => {
      throw away;
    };
    const walked = walk(async (stage) => {
      await stage.step("first", ask, { about: "x" });
    }, failing);
    await expect(walked).rejects.toBe(away);
  });

  it("waits until no step of its moment is under way any more", async () => {
    let ended = false;
    const uneven: Advance = async (step): Promise<StepRow> => {
      if (step === "left") throw away;
      await sleep(20);
      ended = true;
      return stands().advance(step, { kind: ask.kind, input: {} });
    };
    await expect(walk(twoAtOnce, uneven)).rejects.toBe(away);
    expect(ended).toBe(true);
  });
});
