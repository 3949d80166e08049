import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { refusesUnknownPackage } from "./refuses-unknown-package.check.ts";

function answeredWith(status: number) {
  return caseOf("orders.unknown-package", { order: ordered(toPartner({ status })) });
}

describe("orders.refuses-unknown-package", () => {
  it("passes status 400", () => {
    expect(verdictOf(refusesUnknownPackage, answeredWith(400))).toStrictEqual({ kind: "pass" });
  });

  it.each([202, 404, 500])("fails status %i", (status) => {
    expect(verdictOf(refusesUnknownPackage, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });
});
