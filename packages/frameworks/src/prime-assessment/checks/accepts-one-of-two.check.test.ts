import { describe, expect, it } from "vitest";

import { caseOf, ordered, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon, toPartner } from "../../evidence/exchange.world.ts";
import { acceptsOneOfTwo } from "./accepts-one-of-two.check.ts";

function together(left: number, right: number, completedAt?: string) {
  return caseOf("uc2.two-at-once", {
    left: ordered(toPartner({ status: left })),
    right: ordered(toPartner({ status: right, at: afterNoon(1_000) })),
    status: reported(completedAt === undefined ? "sent" : "complete", completedAt),
  });
}

describe("orders.accepts-one-of-two", () => {
  it.each([
    [202, 400],
    [400, 200],
  ])("passes %i and %i", (left, right) => {
    expect(verdictOf(acceptsOneOfTwo, together(left, right))).toStrictEqual({ kind: "pass" });
  });

  it.each([
    [202, 202, "unique key"],
    [200, 202, "unique key"],
    [400, 400, "Accept the first"],
    [202, 409, "status 400"],
    [202, 500, "status 400"],
  ])("fails %i and %i", (left, right, hint) => {
    expect(verdictOf(acceptsOneOfTwo, together(left, right))).toMatchObject({
      kind: "fail",
      where: "answer.status",
      toDo: expect.stringContaining(hint),
    });
  });

  it("fails when one of them got no answer", () => {
    const evidence = caseOf("uc2.two-at-once", {
      left: ordered(toPartner()),
      right: ordered(toPartner({ noAnswer: "timed-out" })),
    });
    expect(verdictOf(acceptsOneOfTwo, evidence)).toMatchObject({ kind: "fail", where: "answer" });
  });

  it("warns when the first was complete before the second left", () => {
    expect(verdictOf(acceptsOneOfTwo, together(202, 200, afterNoon(500)))).toMatchObject({
      kind: "warn",
      where: "answer.status",
    });
  });
});
