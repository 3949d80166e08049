import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { acceptsCompleteOrder } from "./accepts-complete-order.check.ts";

function answeredWith(call: Parameters<typeof toPartner>[0]) {
  return caseOf("uc1.end-to-end", { order: ordered(toPartner(call)) });
}

describe("orders.accepts-complete-order", () => {
  it.each([200, 202])("passes status %i", (status) => {
    expect(verdictOf(acceptsCompleteOrder, answeredWith({ status }))).toStrictEqual({
      kind: "pass",
    });
  });

  it("fails a refusal and shows what it said", () => {
    const evidence = answeredWith({ status: 400, body: refusal("The phone is missing.") });
    expect(verdictOf(acceptsCompleteOrder, evidence)).toMatchObject({
      kind: "fail",
      arrived: 'status 400 with {"error":{"userMessage":"The phone is missing."}}',
      where: "answer.status",
    });
  });

  it.each([
    [401, "credentials"],
    [404, "customerId"],
    [500, "log"],
  ])("says what to do about status %i", (status, word) => {
    expect(verdictOf(acceptsCompleteOrder, answeredWith({ status, body: {} }))).toMatchObject({
      kind: "fail",
      toDo: expect.stringContaining(word),
    });
  });
});
