import { describe, expect, it } from "vitest";

import { arrived, caseOf, done, verdictOf } from "../../evidence/evidence.world.ts";
import { writesResult } from "./writes-result.check.ts";

describe("application.writes-result", () => {
  it("passes a result that the partner wrote", () => {
    expect(verdictOf(writesResult, caseOf("uc1.end-to-end", { result: arrived() }))).toStrictEqual({
      kind: "pass",
    });
  });

  it("fails when none came", () => {
    expect(
      verdictOf(
        writesResult,
        caseOf("application.expired-session", { result: done("result.await", { arrived: false }) }),
      ),
    ).toMatchObject({ kind: "fail", where: "applicantworkflow.assessmentresults" });
  });
});
