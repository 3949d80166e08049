import { describe, expect, it } from "vitest";

import { arrived, caseOf, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon } from "../../evidence/exchange.world.ts";
import { writesInTime } from "./writes-in-time.check.ts";

/** The row is readable 2.5 s after noon. */
function completedAt(delayMs: number) {
  const status = reported("complete", afterNoon(delayMs));
  return caseOf("uc1.end-to-end", { result: arrived(), status });
}

describe("results.writes-in-time", () => {
  it.each([0, 2_500, -57_500])("passes a completion %i ms after noon", (delayMs) => {
    expect(verdictOf(writesInTime, completedAt(delayMs))).toStrictEqual({ kind: "pass" });
  });

  it("fails a result that was readable after the budget", () => {
    expect(verdictOf(writesInTime, completedAt(-57_501))).toMatchObject({
      kind: "fail",
      expected: "the result readable within 60 s after completedAt",
      arrived: expect.stringContaining("readable at 2026-02-03T12:00:02.500Z"),
      where: "applicantworkflow.assessmentresults",
    });
  });

  it("warns of a completion that is stated after the result was there", () => {
    expect(verdictOf(writesInTime, completedAt(9_000))).toMatchObject({
      kind: "warn",
      where: "answer.body.completedAt",
    });
  });

  it("has nothing to count from without a stated completion", () => {
    const evidence = caseOf("uc1.end-to-end", { result: arrived(), status: reported("complete") });
    expect(verdictOf(writesInTime, evidence).kind).toBe("not-exercised");
  });
});
