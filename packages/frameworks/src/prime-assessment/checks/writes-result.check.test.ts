import { describe, expect, it } from "vitest";

import { arrived, caseOf, contextOf, done, verdictOf } from "../../evidence/evidence.world.ts";
import { resultRow, resultWrite } from "../../evidence/exchange.world.ts";
import { writesResult } from "./writes-result.check.ts";

function missing(...writes: readonly ReturnType<typeof resultWrite>[]) {
  return caseOf("uc1.end-to-end", {
    result: done("result.await", { arrived: false }, { exchanges: writes }),
  });
}

describe("results.writes-result", () => {
  it("passes a row that the partner wrote, and names the call", () => {
    const write = resultWrite();
    const evidence = caseOf("uc1.end-to-end", { result: arrived(resultRow, [write]) });
    expect(writesResult.judge(evidence, contextOf())).toStrictEqual({
      verdict: { kind: "pass" },
      exchanges: [write.id],
    });
  });

  it.each([
    { completesTestOrders: true, within: "2 min" },
    { completesTestOrders: false, within: "10 min" },
  ])("fails when no row came within $within", ({ completesTestOrders, within }) => {
    const context = contextOf({ completesTestOrders });
    expect(verdictOf(writesResult, missing(), context)).toMatchObject({
      kind: "fail",
      expected: `a row of assessmentresults with a complete status within ${within}`,
      arrived: "no such row",
      where: "applicantworkflow.assessmentresults",
      toDo: expect.stringContaining("POST the row"),
    });
  });

  it("shows the refusal when the ATS did not take the row", () => {
    const refused = resultWrite({
      status: 400,
      body: { errors: [{ errorMessage: "unknown field" }] },
    });
    expect(verdictOf(writesResult, missing(refused))).toMatchObject({
      kind: "fail",
      arrived: expect.stringContaining("unknown field"),
      where: "applicantworkflow.assessmentresults",
      toDo: expect.stringContaining("refused call"),
    });
  });

  it("does not pass a row that nobody is known to have written", () => {
    const evidence = caseOf("uc1.end-to-end", { result: arrived(resultRow, []) });
    expect(verdictOf(writesResult, evidence).kind).toBe("not-exercised");
  });
});
