import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { refusesSameIdOtherBody } from "./refuses-same-id-other-body.check.ts";

function answeredWith(status: number) {
  return caseOf("uc2.same-id-other-body", { repeat: ordered(toPartner({ status })) });
}

describe("orders.refuses-same-id-other-body", () => {
  it("passes status 400", () => {
    expect(verdictOf(refusesSameIdOtherBody, answeredWith(400))).toStrictEqual({ kind: "pass" });
  });

  it.each([202, 404, 500])("fails status %i", (status) => {
    expect(verdictOf(refusesSameIdOtherBody, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });
});
