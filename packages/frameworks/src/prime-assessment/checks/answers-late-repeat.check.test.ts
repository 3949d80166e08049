import type { Json } from "@slipway/foundation";
import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { orderId, toPartner } from "../../evidence/exchange.world.ts";
import { answersLateRepeat } from "./answers-late-repeat.check.ts";

function repeated(status: number, body?: Json) {
  return caseOf("uc2.late-repeat", {
    order: ordered(toPartner({ body: { partnerOrderId: "po-1" } })),
    repeat: ordered(toPartner({ status, body: body ?? {} })),
  });
}

describe("orders.answers-late-repeat", () => {
  it.each([
    [400, {}],
    [200, { partnerOrderId: "po-1" }],
    [200, { orderId, status: "complete" }],
  ])("passes status %i with %j", (status, body) => {
    expect(verdictOf(answersLateRepeat, repeated(status, body))).toStrictEqual({ kind: "pass" });
  });

  it("does not take two answers without an id for the same order", () => {
    const evidence = caseOf("uc2.late-repeat", {
      order: ordered(toPartner({ body: {} })),
      repeat: ordered(toPartner({ status: 200, body: {} })),
    });
    expect(verdictOf(answersLateRepeat, evidence)).toMatchObject({
      kind: "fail",
      where: "answer.body",
    });
  });

  it.each([
    [202, { partnerOrderId: "po-1" }, "answer.status"],
    [200, { partnerOrderId: "po-2" }, "answer.body"],
    [200, {}, "answer.body"],
  ])("fails status %i with %j", (status, body, where) => {
    expect(verdictOf(answersLateRepeat, repeated(status, body))).toMatchObject({
      kind: "fail",
      where,
    });
  });
});
