import { describe, expect, it } from "vitest";

import { caseOf, contextOf, done, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon, toPartner } from "../../evidence/exchange.world.ts";
import { cancelsOpenOrder } from "./cancels-open-order.check.ts";

function cancelled(status: number, reportedAs: string, completedAt?: string) {
  const call = toPartner({ purpose: "cancel", status, body: {} });
  return caseOf("cancel.open-order", {
    cancel: done("order.cancel", { status }, { exchanges: [call] }),
    status: reported(reportedAs, completedAt),
  });
}

describe("cancel.cancels-open-order", () => {
  it("passes an order that is reported as cancelled afterwards", () => {
    expect(verdictOf(cancelsOpenOrder, cancelled(200, "cancelled"))).toStrictEqual({
      kind: "pass",
    });
  });

  it.each([
    [404, "sent", "answer.status"],
    [400, "sent", "answer.status"],
    [200, "sent", "answer.body.status"],
  ])("fails status %i with the order reported as %s", (status, reportedAs, where) => {
    expect(verdictOf(cancelsOpenOrder, cancelled(status, reportedAs))).toMatchObject({
      kind: "fail",
      where,
    });
  });

  it("fails an order that is not reported at all afterwards", () => {
    const call = toPartner({ purpose: "cancel", status: 200, body: {} });
    const evidence = caseOf("cancel.open-order", {
      cancel: done("order.cancel", { status: 200 }, { exchanges: [call] }),
      status: done("order.status", { status: 404 }),
    });
    expect(verdictOf(cancelsOpenOrder, evidence)).toMatchObject({
      kind: "fail",
      where: "answer.body.status",
    });
  });

  it("warns when the order was complete before it could be cancelled", () => {
    const late = cancelled(400, "complete", afterNoon(-10));
    expect(verdictOf(cancelsOpenOrder, late)).toMatchObject({
      kind: "warn",
      where: "answer.status",
    });
  });

  it("does not apply to who does not declare it", () => {
    const evidence = caseOf("cancel.open-order", {});
    const context = contextOf({ supportsCancel: false });
    expect(verdictOf(cancelsOpenOrder, evidence, context)).toStrictEqual({
      kind: "not-applicable",
      why: "The partner does not declare supportsCancel.",
    });
  });
});
