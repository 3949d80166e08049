import { describe, expect, it } from "vitest";

import { arrived, caseOf, contextOf, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon, resultRow, resultWrite } from "../../evidence/exchange.world.ts";
import { backsOffWhenRefused } from "./backs-off-when-refused.check.ts";

function called(...calls: readonly NonNullable<Parameters<typeof resultWrite>[0]>[]) {
  return caseOf("api.unavailable", { result: arrived(resultRow, calls.map(resultWrite)) });
}

const later = { at: afterNoon(1_200) };

describe("api.backs-off-when-refused", () => {
  it("passes who waits and then does it", () => {
    expect(verdictOf(backsOffWhenRefused, called({ status: 503 }, later))).toStrictEqual({
      kind: "pass",
    });
  });

  it("fails who repeats at once", () => {
    const hammering = called({ status: 503 }, { status: 503, at: afterNoon(60) }, later);
    expect(verdictOf(backsOffWhenRefused, hammering)).toMatchObject({
      kind: "fail",
      where: "at",
      arrived: expect.stringContaining("20 ms"),
    });
  });

  it("fails who waits less than the answer asks for", () => {
    const hasty = called({ status: 429, retryAfter: "2" }, later);
    expect(verdictOf(backsOffWhenRefused, hasty)).toMatchObject({
      kind: "fail",
      expected: expect.stringContaining("2 s"),
    });
  });

  it("fails who gives up", () => {
    expect(verdictOf(backsOffWhenRefused, called({ status: 503 }))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });

  it("is not exercised when nothing was refused, and does not apply where a person completes orders", () => {
    expect(verdictOf(backsOffWhenRefused, called({}))).toMatchObject({ kind: "not-exercised" });
    const context = contextOf({ completesTestOrders: false });
    expect(verdictOf(backsOffWhenRefused, called({}), context)).toMatchObject({
      kind: "not-applicable",
    });
  });
});
