import { formatMask } from "@slipway/exchange";
import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { answersByContract } from "./answers-by-contract.check.ts";

function answeredWith(call: Parameters<typeof toPartner>[0]) {
  return caseOf("uc1.end-to-end", { order: ordered(toPartner(call)) });
}

describe("orders.answers-by-contract", () => {
  it("passes a partnerOrderId with an address", () => {
    const body = { partnerOrderId: "po-1", assessmentUrl: "https://assess.example.test/po-1" };
    expect(verdictOf(answersByContract, answeredWith({ body }))).toStrictEqual({ kind: "pass" });
  });

  it("passes an address of which a part was masked when it was recorded", () => {
    const mark = formatMask({ kind: "token", digest: "0123456789abcdef", length: 20 });
    const body = { partnerOrderId: mark, assessmentUrl: `https://assess.example.test/?t=${mark}` };
    expect(verdictOf(answersByContract, answeredWith({ body }))).toStrictEqual({ kind: "pass" });
  });

  it.each([
    [{}, "answer.body.partnerOrderId"],
    [{ partnerOrderId: 17 }, "answer.body.partnerOrderId"],
    [{ partnerOrderId: "po-1", assessmentUrl: "assess/po-1" }, "answer.body.assessmentUrl"],
    ["accepted", "answer.body"],
  ])("fails %j at its place", (body, where) => {
    expect(verdictOf(answersByContract, answeredWith({ body }))).toMatchObject({
      kind: "fail",
      where,
    });
  });

  it("leaves an order that was not accepted to its own check", () => {
    expect(verdictOf(answersByContract, answeredWith({ status: 500 })).kind).toBe("not-exercised");
  });
});
