import { describe, expect, it } from "vitest";

import type { CaseCheck, CaseEvidence, JudgeContext, RunCheck, StepEvidence } from "../check.ts";
import { fail, pass } from "../judgements.ts";
import type { RequirementPack } from "../requirement-pack.ts";
import { exchangeOf } from "../testing/exchange.world.ts";
import { judgeRun } from "./judge-run.ts";

const context: JudgeContext = {
  declaration: { completesTestOrders: true, supportsCancel: false, manifest: [], wordings: {} },
  settings: {
    answerBudgetMs: 1,
    resultBudgetMs: 1,
    completionWindowMs: 1,
    testCompletionWindowMs: 1,
  },
  tenants: {
    a: { customerId: "6101", publicBase: "http://127.0.0.1:1", labels: {} },
    b: { customerId: "6102", publicBase: "http://127.0.0.1:2", labels: {} },
  },
};
const accepted: CaseCheck = {
  id: "toy.accepted",
  version: 2,
  title: "The order is accepted",
  fault: "partner",
  scope: "case",
  scenarios: ["uc1"],
  judge: ({ steps }) => {
    const exchange = steps["order"]?.exchanges[0];
    if (exchange?.answer.kind !== "answered") throw new Error("The check met no answer");
    return exchange.answer.status === 202
      ? pass(exchange)
      : fail(
          { expected: "202", arrived: String(exchange.answer.status), toDo: "mend it" },
          exchange,
        );
  },
};
const step = (differences: Partial<StepEvidence> = {}): StepEvidence => ({
  kind: "order.send",
  state: "done",
  input: {},
  facts: {},
  exchanges: [exchangeOf()],
  ...differences,
});
const caseWith = (order: StepEvidence): CaseEvidence => ({
  region: "a",
  scenario: "uc1:first",
  parameters: {},
  steps: { order },
});

function judge(
  check: CaseCheck | RunCheck,
  cases: readonly CaseEvidence[],
  cancelled = false,
): ReturnType<typeof judgeRun> {
  const pack: RequirementPack = {
    id: "toy",
    version: "1",
    framework: "toy",
    title: "Toy",
    settings: context.settings,
    scenarios: ["uc1"],
    requirements: [{ id: "T-1", title: "t", duties: [], severity: "must", checks: [check.id] }],
  };
  return judgeRun({
    checks: [check],
    pack,
    evidence: { cases, unattributed: { a: [], b: [] } },
    context,
    cancelled,
  });
}

describe("judging a run", () => {
  it("judges each case by itself and names its exchanges", () => {
    const [result] = judge(accepted, [caseWith(step())]);
    expect(result).toMatchObject({
      checkId: "toy.accepted",
      checkVersion: 2,
      region: "a",
      scenario: "uc1:first",
      faultOwner: "partner",
      verdict: { kind: "pass" },
    });
    expect(result?.exchanges).toEqual([exchangeOf().id]);
  });

  it("says not-exercised where no case was driven", () => {
    expect(judge(accepted, [])[0]?.verdict.kind).toBe("not-exercised");
  });

  it.each(["lost", "broken"] as const)(
    "never takes a %s step for the failure of the partner",
    (state) => {
      const [result] = judge(accepted, [
        caseWith(step({ state, facts: undefined, exchanges: [] })),
      ]);
      expect(result).toMatchObject({ faultOwner: "checker", verdict: { kind: "checker-error" } });
    },
  );

  it("turns a check that breaks into a checker-error", () => {
    const [result] = judge(accepted, [caseWith(step({ exchanges: [] }))]);
    expect(result).toMatchObject({
      faultOwner: "checker",
      verdict: { kind: "checker-error", reason: "The check met no answer" },
    });
  });

  it("takes a failure from the partner where a call to the sandbox failed by a fault of ours", () => {
    const refused = exchangeOf({
      answer: { kind: "answered", status: 200, headers: [], body: { kind: "none" } },
    });
    const ours = exchangeOf({
      direction: "to-ats",
      answer: { kind: "answered", status: 500, headers: [], body: { kind: "none" } },
    });
    const cases = [caseWith(step({ exchanges: [refused, ours] }))];
    const [result] = judge(accepted, cases);
    expect(result).toMatchObject({
      faultOwner: "sandbox",
      fault: { rule: "sandbox.server-error" },
      verdict: {
        kind: "checker-error",
        reason: expect.stringContaining("Expected was 202; 200 arrived."),
      },
    });
    const [told] = judge({ ...accepted, provokesSandboxFaults: true }, cases);
    expect(told).toMatchObject({ faultOwner: "partner", verdict: { kind: "fail" } });
  });

  it("says by which facts a failure is the partner's, and nothing of what passed", () => {
    const refused = exchangeOf({
      answer: { kind: "answered", status: 200, headers: [], body: { kind: "none" } },
    });
    const [failure] = judge(accepted, [caseWith(step({ exchanges: [refused] }))]);
    expect(failure?.fault).toEqual({
      rule: "partner.answered",
      facts: [
        "no step of the case broke",
        "the sandbox answered without 5xx",
        "the partner answered 200 to POST http://127.0.0.1:9000/orders",
      ],
    });
    const [passed] = judge(accepted, [caseWith(step())]);
    expect(passed).not.toHaveProperty("fault");
  });

  it("reads a case that still waits in a cancelled run as cancelled", () => {
    expect(
      judge(accepted, [caseWith(step({ state: "waiting", facts: undefined }))], true)[0]?.verdict
        .kind,
    ).toBe("cancelled");
  });

  it("reads what a cancelled run never came to as cancelled", () => {
    expect(judge(accepted, [], true)[0]?.verdict.kind).toBe("cancelled");
  });

  it("says not-exercised where a check of the whole run concludes nothing", () => {
    const silent: RunCheck = {
      id: "toy.silent",
      version: 1,
      title: "s",
      fault: "partner",
      scope: "run",
      judge: () => [],
    };
    expect(judge(silent, [])[0]?.verdict.kind).toBe("not-exercised");
  });

  it("says checker-error for a check that this version does not have", () => {
    const pack: RequirementPack = {
      id: "toy",
      version: "1",
      framework: "toy",
      title: "Toy",
      settings: context.settings,
      scenarios: [],
      requirements: [{ id: "T-1", title: "t", duties: [], severity: "must", checks: ["toy.gone"] }],
    };
    const [result] = judgeRun({
      checks: [],
      pack,
      evidence: { cases: [], unattributed: { a: [], b: [] } },
      context,
      cancelled: false,
    });
    expect(result).toMatchObject({ checkId: "toy.gone", verdict: { kind: "checker-error" } });
  });
});
