import { describe, expect, it } from "vitest";

import { arrived, caseOf, verdictOf } from "../evidence/evidence.world.ts";
import { resultRow, resultWrite } from "../evidence/exchange.world.ts";
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
