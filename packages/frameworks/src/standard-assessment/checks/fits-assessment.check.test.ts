import { describe, expect, it } from "vitest";

import { arrived, caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { resultRow, resultWrite } from "../../evidence/exchange.world.ts";
import { fitsAssessment } from "./fits-assessment.check.ts";

describe("application.fits-assessment", () => {
  it("passes one row under the assessment's name", () => {
    expect(
      verdictOf(fitsAssessment, caseOf("uc1.end-to-end", { result: arrived() })),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails another name", () => {
    expect(
      verdictOf(
        fitsAssessment,
        caseOf("uc1.end-to-end", {
          result: arrived({ ...resultRow, assessmentname: { value: "Typing" } }),
        }),
      ),
    ).toMatchObject({ kind: "fail", where: "assessmentresults.assessmentname.value" });
  });

  it("fails a second row", () => {
    expect(
      verdictOf(
        fitsAssessment,
        caseOf("uc1.end-to-end", { result: arrived(resultRow, [resultWrite(), resultWrite()]) }),
      ),
    ).toMatchObject({ kind: "fail", where: "request.method" });
  });
});
