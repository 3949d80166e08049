import type { Fact } from "@slipway/exchange";
import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { staysPlainAboutRepeatedOrder } from "./stays-plain-about-repeated-order.check.ts";

const plain = "This assessment was already ordered for this candidate.";
const place = "answer.body.error.userMessage";

function refusedWith(
  message: string,
  { debug, facts }: { debug?: string; facts?: readonly Fact[] } = {},
) {
  const call = toPartner({ status: 400, body: refusal(message, debug), facts: facts ?? [] });
  return caseOf("uc2.repeated-order", { repeat: ordered(call) });
}

describe("messages.stays-plain-about-repeated-order", () => {
  it.each([
    plain,
    "Für {{person.firstname}} wurde dieser Test schon bestellt.",
    "Es sind null Plätze frei: dieser Test wurde schon bestellt.",
    "Already ordered (see ada <ada@example.test>), R&D.",
  ])("passes %s", (message) => {
    const evidence = refusedWith(message, { debug: "duplicate orderId" });
    expect(verdictOf(staysPlainAboutRepeatedOrder, evidence)).toStrictEqual({ kind: "pass" });
  });

  it.each([
    ["<b>Already</b> ordered.", "markup <b>"],
    ["Already ordered &amp; open.", "markup &amp;"],
    ["Order [object Object] is open.", "a program's words: [object Object]"],
    ["DuplicateOrderException: already ordered", "a program's words: DuplicateOrderException"],
    ["Candidate undefined was already ordered.", "a program's words: undefined"],
    ["The candidate is null.", "a program's words: null"],
    ["This was already ordered. ".repeat(20), "520 characters"],
  ])("fails %s", (message, arrived) => {
    expect(verdictOf(staysPlainAboutRepeatedOrder, refusedWith(message))).toMatchObject({
      kind: "fail",
      arrived: expect.stringContaining(arrived),
      where: place,
    });
  });

  it("fails a message that is the debug text as well", () => {
    const evidence = refusedWith(plain, { debug: ` ${plain.toUpperCase()} ` });
    expect(verdictOf(staysPlainAboutRepeatedOrder, evidence)).toMatchObject({
      kind: "fail",
      arrived: expect.stringContaining("the same text as debugErrorMessage"),
      where: place,
    });
  });

  it.each<[Fact, string]>([
    [{ kind: "own-credential", where: "answer.body.error.debugErrorMessage" }, "credentials"],
    [{ kind: "government-id-shape", where: place }, "government id"],
    [{ kind: "stack-trace", where: place }, "stack trace"],
    [{ kind: "internal-id", where: place, shape: "uuid" }, "an internal id (uuid)"],
  ])("fails on the recorded fact %j", (fact, arrived) => {
    expect(
      verdictOf(staysPlainAboutRepeatedOrder, refusedWith(plain, { facts: [fact] })),
    ).toMatchObject({
      kind: "fail",
      arrived: expect.stringContaining(arrived),
      where: fact.where,
    });
  });

  it.each<Fact>([
    { kind: "stack-trace", where: "answer.body.error.debugErrorMessage" },
    { kind: "internal-id", where: "answer.body.error.debugErrorMessage", shape: "uuid" },
    { kind: "own-credential", where: "request.headers.Authorization" },
  ])("passes %j, which no recruiter sees", (fact) => {
    const evidence = refusedWith(plain, { facts: [fact] });
    expect(verdictOf(staysPlainAboutRepeatedOrder, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("tells every blemish at once", () => {
    const evidence = refusedWith("<b>null</b>");
    expect(verdictOf(staysPlainAboutRepeatedOrder, evidence)).toMatchObject({
      kind: "fail",
      arrived: `markup <b>; a program's words: null, in "<b>null</b>"`,
    });
  });

  it.each(["The API has this order already.", "THIS WAS ALREADY ORDERED."])(
    "asks a person about the tone of %s",
    (message) => {
      expect(verdictOf(staysPlainAboutRepeatedOrder, refusedWith(message)).kind).toBe(
        "needs-review",
      );
    },
  );
});
