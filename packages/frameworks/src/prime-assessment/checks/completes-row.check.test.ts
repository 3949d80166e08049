import type { JsonObject } from "@slipway/foundation";
import { describe, expect, it } from "vitest";

import { arrived, caseOf, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { noon, resultRow } from "../../evidence/exchange.world.ts";
import { completesRow } from "./completes-row.check.ts";

function withRow(changes: JsonObject) {
  const row = Object.fromEntries(
    Object.entries({ ...resultRow, ...changes }).filter(([, value]) => value !== undefined),
  );
  return caseOf("uc1.end-to-end", { result: arrived(row), status: reported("complete", noon) });
}

describe("results.completes-row", () => {
  it("passes a whole row", () => {
    expect(verdictOf(completesRow, withRow({}))).toStrictEqual({ kind: "pass" });
  });

  it.each([{ assessmentscore: undefined }, { assessmentresult: undefined }])(
    "passes a row with one of score and result: %j",
    (changes) => {
      expect(verdictOf(completesRow, withRow(changes))).toStrictEqual({ kind: "pass" });
    },
  );

  it.each([
    [{ assessmentname: undefined }, "assessmentresults.assessmentname"],
    [{ assessmentstatus: { value: "Complete" } }, "assessmentresults.assessmentstatus"],
    [{ assessmentscore: undefined, assessmentresult: " " }, "assessmentresults.assessmentscore"],
    [{ assessmentdate: undefined }, "assessmentresults.assessmentdate"],
    [{ assessmentdate: "03.02.2026" }, "assessmentresults.assessmentdate"],
    [{ assessmentdate: "2026-02-31 12:00 PM" }, "assessmentresults.assessmentdate"],
    [{ assessmentdate: "2026-02-03 01:00 PM" }, "assessmentresults.assessmentdate"],
  ])("fails %j at its place", (changes: JsonObject, where) => {
    expect(verdictOf(completesRow, withRow(changes))).toMatchObject({ kind: "fail", where });
  });

  it("does not let a day that is none roll over into the next month", () => {
    const evidence = caseOf("uc1.end-to-end", {
      result: arrived({ ...resultRow, assessmentdate: "2026-02-31 12:00 PM" }),
      status: reported("complete", "2026-03-03T12:00:00.000Z"),
    });
    expect(verdictOf(completesRow, evidence)).toMatchObject({
      kind: "fail",
      where: "assessmentresults.assessmentdate",
    });
  });

  it("tells every fault at once", () => {
    const evidence = withRow({ assessmentname: undefined, assessmentdate: undefined });
    expect(verdictOf(completesRow, evidence)).toMatchObject({
      kind: "fail",
      arrived: "nothing; nothing",
      expected: expect.stringContaining("yyyy-MM-dd"),
    });
  });
});
