import { describe, expect, it } from "vitest";

import { caseOf, ordered, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon, toPartner } from "../../evidence/exchange.world.ts";
import { refusesOtherIdSameRequest } from "./refuses-other-id-same-request.check.ts";

function orderedAgain(status: number, completedAt?: string) {
  return caseOf("uc2.other-id-same-request", {
    order: ordered(toPartner()),
    repeat: ordered(toPartner({ status })),
    status: reported("sent", completedAt),
  });
}

describe("orders.refuses-other-id-same-request", () => {
  it("passes status 400", () => {
    expect(verdictOf(refusesOtherIdSameRequest, orderedAgain(400))).toStrictEqual({ kind: "pass" });
  });

  it("fails a second order for the same candidate", () => {
    expect(verdictOf(refusesOtherIdSameRequest, orderedAgain(202))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });

  it("does not judge a second order after the first was complete", () => {
    const late = orderedAgain(202, afterNoon(-10));
    expect(verdictOf(refusesOtherIdSameRequest, late).kind).toBe("not-exercised");
  });
});
