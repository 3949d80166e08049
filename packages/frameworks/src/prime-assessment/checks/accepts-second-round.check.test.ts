import { describe, expect, it } from "vitest";

import { caseOf, contextOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { acceptsSecondRound } from "./accepts-second-round.check.ts";

function answeredWith(status: number) {
  return caseOf("orders.second-round", { again: ordered(toPartner({ status })) });
}

describe("orders.accepts-second-round", () => {
  it.each([200, 202])("passes status %i", (status) => {
    expect(verdictOf(acceptsSecondRound, answeredWith(status))).toStrictEqual({ kind: "pass" });
  });

  it.each([400, 500])("fails status %i", (status) => {
    expect(verdictOf(acceptsSecondRound, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });

  it("does not apply where a person completes each order", () => {
    const context = contextOf({ completesTestOrders: false });
    expect(verdictOf(acceptsSecondRound, caseOf("orders.second-round", {}), context)).toMatchObject(
      { kind: "not-applicable" },
    );
  });
});
