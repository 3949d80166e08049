import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { refusesUnknownCustomer } from "./refuses-unknown-customer.check.ts";

function answeredWith(status: number) {
  return caseOf("orders.unknown-customer", { order: ordered(toPartner({ status })) });
}

describe("orders.refuses-unknown-customer", () => {
  it.each([400, 401, 403, 404])("passes status %i", (status) => {
    expect(verdictOf(refusesUnknownCustomer, answeredWith(status))).toStrictEqual({ kind: "pass" });
  });

  it.each([200, 202, 500])("fails status %i", (status) => {
    expect(verdictOf(refusesUnknownCustomer, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });
});
