import { formatMask } from "@slipway/exchange";
import type { Json } from "@slipway/foundation";
import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { explainsRepeatedOrder } from "./explains-repeated-order.check.ts";

function refusedWith(body: Json | string, status = 400) {
  return caseOf("uc2.repeated-order", { repeat: ordered(toPartner({ status, body })) });
}

describe("messages.explains-repeated-order", () => {
  it.each([
    "This assessment was already ordered for this candidate.",
    "An order for this candidate is still open.",
    "Der Test wurde schon bestellt.",
    "このテストは注文済みです。",
  ])("passes %s", (message) => {
    expect(verdictOf(explainsRepeatedOrder, refusedWith(refusal(message)))).toStrictEqual({
      kind: "pass",
    });
  });

  it.each([
    ["Bad request.", "only that something is wrong"],
    [
      "An error occurred while processing the order, please try again.",
      "only that something is wrong",
    ],
  ])("fails %s", (message, hint) => {
    expect(verdictOf(explainsRepeatedOrder, refusedWith(refusal(message)))).toMatchObject({
      kind: "fail",
      arrived: expect.stringContaining(hint),
      where: "answer.body.error.userMessage",
    });
  });

  it.each([
    [{ error: { userMessage: " " } }],
    [{ message: "Already ordered." }],
    ["Already ordered."],
  ])("fails a body without a message for the recruiter: %j", (body) => {
    expect(verdictOf(explainsRepeatedOrder, refusedWith(body))).toMatchObject({
      kind: "fail",
      where: "answer.body.error.userMessage",
      toDo: expect.stringContaining("userMessage is shown"),
    });
  });

  it("does not take what was masked for a word", () => {
    const mark = formatMask({ kind: "personal", digest: "0123456789abcdef", length: 20 });
    const evidence = refusedWith(refusal(`Bad request for ${mark}.`));
    expect(verdictOf(explainsRepeatedOrder, evidence).kind).toBe("fail");
  });

  it("leaves what was not refused to its own check", () => {
    expect(verdictOf(explainsRepeatedOrder, refusedWith({}, 202)).kind).toBe("not-exercised");
  });
});
