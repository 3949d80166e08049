import { describe, expect, it } from "vitest";

import { arrived, caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { resultRow } from "../../evidence/exchange.world.ts";
import { completesRow } from "./completes-row.check.ts";

const { assessmentscore: _score, assessmentresult: _result, ...withoutOutcome } = resultRow;

describe("application.completes-row", () => {
  it("passes a whole row", () => {
    expect(verdictOf(completesRow, caseOf("uc1.end-to-end", { result: arrived() }))).toStrictEqual({
      kind: "pass",
    });
  });

  it("fails a row without a score or a result", () => {
    expect(
      verdictOf(completesRow, caseOf("uc1.end-to-end", { result: arrived(withoutOutcome) })),
    ).toMatchObject({ kind: "fail", where: "assessmentresults.assessmentscore" });
  });
});
