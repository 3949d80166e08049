import { describe, expect, it } from "vitest";

import type { RequirementPack } from "../requirement-pack.ts";
import type { Verdict, VerdictKind } from "../verdict.ts";
import type { CheckResult } from "./check-result.ts";
import { concludeRun } from "./conclude-run.ts";
import { rollUpRequirements } from "./roll-up-verdicts.ts";

const finding = { expected: "x", arrived: "y", toDo: "z" };
const verdicts: Readonly<Record<VerdictKind, Verdict>> = {
  pass: { kind: "pass" },
  fail: { kind: "fail", ...finding },
  warn: { kind: "warn", ...finding },
  "not-applicable": { kind: "not-applicable", why: "not asked" },
  "not-exercised": { kind: "not-exercised", why: "nothing there" },
  "needs-review": { kind: "needs-review", question: "is it polite?" },
  waiting: { kind: "waiting", for: "partner", toDo: "complete it", until: "2026-03-01T10:00:00Z" },
  "checker-error": { kind: "checker-error", reason: "ours" },
  cancelled: { kind: "cancelled" },
};

function packWith(...severities: readonly ("must" | "advisory")[]): RequirementPack {
  return {
    id: "toy",
    version: "1",
    framework: "toy",
    title: "Toy",
    settings: {
      answerBudgetMs: 1,
      resultBudgetMs: 1,
      completionWindowMs: 1,
      testCompletionWindowMs: 1,
    },
    scenarios: [],
    requirements: severities.map((severity, index) => ({
      id: `T-${index}`,
      title: "t",
      duties: [],
      severity,
      checks: [`check.${index}`],
    })),
  };
}

function results(...kinds: readonly (readonly VerdictKind[])[]): readonly CheckResult[] {
  return kinds.flatMap((own, index) =>
    own.map((kind) => ({
      checkId: `check.${index}`,
      checkVersion: 1,
      faultOwner: "partner" as const,
      region: "a" as const,
      scenario: "s",
      verdict: verdicts[kind],
      exchanges: [],
    })),
  );
}

describe("rolling up verdicts", () => {
  it.each<[readonly VerdictKind[], VerdictKind]>([
    [["pass", "fail"], "fail"],
    [["checker-error", "fail"], "fail"],
    [["pass", "checker-error"], "checker-error"],
    [["pass", "waiting"], "waiting"],
    [["pass", "not-exercised"], "not-exercised"],
    [["pass", "needs-review"], "needs-review"],
    [["pass", "warn"], "warn"],
    [["pass", "not-applicable"], "pass"],
    [["not-applicable"], "not-applicable"],
    [[], "not-exercised"],
  ])("reads %j as %s", (kinds, expected) => {
    expect(rollUpRequirements(packWith("must"), results(kinds))[0]?.verdict).toBe(expected);
  });

  it("never passes a requirement of which nothing was judged", () => {
    const rolled = rollUpRequirements(packWith("must", "must"), results(["pass"], []));
    expect(concludeRun(rolled)).toBe("incomplete");
  });

  it.each<[VerdictKind, ReturnType<typeof concludeRun>]>([
    ["pass", "passed"],
    ["warn", "passed"],
    ["needs-review", "passed"],
    ["not-applicable", "passed"],
    ["fail", "failed"],
    ["checker-error", "not-judged"],
    ["waiting", "waiting"],
    ["cancelled", "waiting"],
    ["not-exercised", "incomplete"],
  ])("concludes from a must-requirement that reads %s: %s", (kind, expected) => {
    expect(concludeRun(rollUpRequirements(packWith("must"), results([kind])))).toBe(expected);
  });

  it("lets an advisory requirement fail without failing the run", () => {
    expect(
      concludeRun(rollUpRequirements(packWith("must", "advisory"), results(["pass"], ["fail"]))),
    ).toBe("passed");
  });

  it("lets a proved failure stand beside an error of ours", () => {
    expect(
      concludeRun(
        rollUpRequirements(packWith("must", "must"), results(["checker-error"], ["fail"])),
      ),
    ).toBe("failed");
  });
});
