import { describe, expect, it } from "vitest";

import { caseOf, done, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { resultWrite, toPartner } from "../../evidence/exchange.world.ts";
import { writesNoSecondRow } from "./writes-no-second-row.check.ts";

function repeated(...writes: readonly ReturnType<typeof resultWrite>[]) {
  const facts = { orderId: "order-1", status: 202 };
  return caseOf("uc2.repeated-order", {
    order: done("order.send", facts, { exchanges: [toPartner(), ...writes] }),
    repeat: ordered(toPartner({ status: 400 })),
  });
}

describe("results.writes-no-second-row", () => {
  it("passes one row that is changed later", () => {
    const evidence = repeated(resultWrite(), resultWrite({ method: "PATCH", status: 204 }));
    expect(verdictOf(writesNoSecondRow, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("does not count the row of another order", () => {
    const path = "/customers/6101/applicantworkflows/502/fields/assessmentresults";
    expect(
      verdictOf(writesNoSecondRow, repeated(resultWrite(), resultWrite({ path }))),
    ).toStrictEqual({
      kind: "pass",
    });
  });

  it("does not count a row that the ATS refused", () => {
    const evidence = repeated(resultWrite({ status: 400 }), resultWrite());
    expect(verdictOf(writesNoSecondRow, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("fails two rows, whatever the repeat was answered with", () => {
    expect(verdictOf(writesNoSecondRow, repeated(resultWrite(), resultWrite()))).toMatchObject({
      kind: "fail",
      arrived:
        "2 rows created with POST /customers/6101/applicantworkflows/501/fields/assessmentresults",
      where: "request.method",
    });
  });

  it("does not pass an order of which no row is known", () => {
    expect(verdictOf(writesNoSecondRow, repeated()).kind).toBe("not-exercised");
  });

  it("is not exercised when the second of two orders was never sent", () => {
    const evidence = caseOf("uc2.two-at-once", { control: ordered(toPartner({ status: 500 })) });
    expect(verdictOf(writesNoSecondRow, evidence)).toMatchObject({
      kind: "not-exercised",
      why: expect.stringContaining('"right"'),
    });
  });
});
