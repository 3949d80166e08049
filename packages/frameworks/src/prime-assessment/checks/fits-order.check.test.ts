import { describe, expect, it } from "vitest";

import { arrived, caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { resultRow, resultWrite } from "../../evidence/exchange.world.ts";
import { fitsOrder } from "./fits-order.check.ts";

describe("results.fits-order", () => {
  it("passes one row under the package's name that is patched later", () => {
    const writes = [resultWrite(), resultWrite({ method: "PATCH", status: 204 })];
    const evidence = caseOf("uc1.end-to-end", { result: arrived(resultRow, writes) });
    expect(verdictOf(fitsOrder, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("fails another name", () => {
    const row = { ...resultRow, assessmentname: { value: "Reasoning" } };
    const evidence = caseOf("uc1.end-to-end", { result: arrived(row) });
    expect(verdictOf(fitsOrder, evidence)).toMatchObject({
      kind: "fail",
      expected: 'assessmentname "Numerical reasoning", the name of the ordered package',
      arrived: '"Reasoning"',
      where: "assessmentresults.assessmentname.value",
    });
  });

  it("fails a completed row that is written again with another result, and passes a repetition", () => {
    const begun = resultWrite({ sent: { assessmentstatus: { id: "D37002019004" } } });
    const complete = (assessmentscore: number) =>
      resultWrite({
        method: "PATCH",
        status: 204,
        sent: { assessmentstatus: { id: "D37002019001" }, assessmentscore },
      });
    const verdict = (...scores: readonly number[]) =>
      verdictOf(
        fitsOrder,
        caseOf("uc1.end-to-end", {
          result: arrived(resultRow, [begun, ...scores.map(complete)]),
        }),
      );
    expect(verdict(70, 70)).toStrictEqual({ kind: "pass" });
    expect(verdict(70, 85)).toMatchObject({
      kind: "fail",
      arrived: "the completed row written again with another result",
      where: "request.body",
    });
  });

  it("fails two rows for one order", () => {
    const evidence = caseOf("uc1.end-to-end", {
      result: arrived(resultRow, [resultWrite(), resultWrite()]),
    });
    expect(verdictOf(fitsOrder, evidence)).toMatchObject({
      kind: "fail",
      arrived: "2 rows created",
      where: "request.method",
    });
  });
});
