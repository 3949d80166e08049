import { describe, expect, it } from "vitest";

import { caseOf, ordered, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon, noon, toPartner } from "../../evidence/exchange.world.ts";
import { refusesRepeatedOrder } from "./refuses-repeated-order.check.ts";

/** The repeat is sent at noon. */
function repeated(status: number, completedAt?: string) {
  return caseOf("uc2.repeated-order", {
    order: ordered(toPartner()),
    repeat: ordered(toPartner({ status, body: { partnerOrderId: "po-1" } })),
    status: reported(completedAt === undefined ? "sent" : "complete", completedAt),
  });
}

describe("orders.refuses-repeated-order", () => {
  it("passes status 400", () => {
    expect(verdictOf(refusesRepeatedOrder, repeated(400))).toStrictEqual({ kind: "pass" });
  });

  it.each([200, 202, 409, 500])("fails status %i while the order is open", (status) => {
    expect(verdictOf(refusesRepeatedOrder, repeated(status))).toMatchObject({
      kind: "fail",
      arrived: `status ${status} with {"partnerOrderId":"po-1"}`,
      where: "answer.status",
    });
  });

  it("fails an order that was completed only after the repeat", () => {
    expect(verdictOf(refusesRepeatedOrder, repeated(200, afterNoon(1))).kind).toBe("fail");
  });

  it("warns when the order was complete before it could be repeated", () => {
    expect(verdictOf(refusesRepeatedOrder, repeated(200, afterNoon(-800)))).toMatchObject({
      kind: "warn",
      arrived: expect.stringContaining(`sent at ${noon}`),
      where: "answer.status",
    });
  });

  it("does not take a new order for a late repeat", () => {
    expect(verdictOf(refusesRepeatedOrder, repeated(202, afterNoon(-800))).kind).toBe("fail");
  });

  it("is not exercised when the first order was refused", () => {
    const evidence = caseOf("uc2.repeated-order", { order: ordered(toPartner({ status: 500 })) });
    expect(verdictOf(refusesRepeatedOrder, evidence)).toStrictEqual({
      kind: "not-exercised",
      why: 'uc2.repeated-order ended before its step "repeat": step "order" was answered with 500.',
    });
  });
});
