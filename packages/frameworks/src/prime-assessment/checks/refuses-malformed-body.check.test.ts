import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { refusesMalformedBody } from "./refuses-malformed-body.check.ts";

function answeredWith(call: Parameters<typeof toPartner>[0]) {
  return caseOf("orders.malformed-body", { order: ordered(toPartner(call)) });
}

describe("orders.refuses-malformed-body", () => {
  it("passes status 400 in the vendor error standard", () => {
    const evidence = answeredWith({ status: 400, body: refusal("It could not be read.") });
    expect(verdictOf(refusesMalformedBody, evidence)).toStrictEqual({ kind: "pass" });
  });

  it.each([202, 415, 500])("fails status %i", (status) => {
    const evidence = answeredWith({ status, body: refusal("It could not be read.") });
    expect(verdictOf(refusesMalformedBody, evidence)).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });

  it("fails a refusal without the vendor error standard", () => {
    expect(verdictOf(refusesMalformedBody, answeredWith({ status: 400, body: {} }))).toMatchObject({
      kind: "fail",
      where: expect.stringMatching(/^answer\.body/u),
    });
  });
});
