import { describe, expect, it } from "vitest";

import { arrived, caseOf, contextOf, done, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon, resultRow } from "../../evidence/exchange.world.ts";
import { visited } from "../evidence/application.world.ts";
import { writesInTime } from "./writes-in-time.check.ts";

const late = done("result.await", {
  arrived: true,
  entry: 1,
  readableAt: afterNoon(60_001),
  statusId: "D37002019001",
  row: resultRow,
});

describe("application.writes-in-time", () => {
  it("passes a result soon after the last page", () => {
    expect(
      verdictOf(
        writesInTime,
        caseOf("uc1.end-to-end", { "page-1": visited("return"), result: arrived() }),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails one after the budget", () => {
    expect(
      verdictOf(
        writesInTime,
        caseOf("uc1.end-to-end", { "page-1": visited("return"), result: late }),
      ),
    ).toMatchObject({ kind: "fail", where: "applicantworkflow.assessmentresults" });
  });

  it("has nothing to time where a person takes the assessment", () => {
    expect(
      verdictOf(
        writesInTime,
        caseOf("uc1.end-to-end", { "page-1": visited("nowhere", 200), result: arrived() }),
        contextOf({ completesTestOrders: false }),
      ),
    ).toMatchObject({ kind: "not-applicable" });
  });
});
