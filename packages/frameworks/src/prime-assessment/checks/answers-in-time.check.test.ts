import { describe, expect, it } from "vitest";

import { caseOf, contextOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { answersInTime } from "./answers-in-time.check.ts";

function answeredAfter(...durationsMs: readonly number[]) {
  const steps = durationsMs.map(
    (durationMs, place) => [`order-${place}`, ordered(toPartner({ durationMs }))] as const,
  );
  return caseOf("uc2.two-at-once", Object.fromEntries(steps));
}

describe("orders.answers-in-time", () => {
  it("passes the budget itself", () => {
    expect(verdictOf(answersInTime, answeredAfter(35, 10_000))).toStrictEqual({ kind: "pass" });
  });

  it("fails the slowest order", () => {
    const slow = answeredAfter(35, 12_345, 10_500);
    expect(verdictOf(answersInTime, slow)).toMatchObject({
      kind: "fail",
      arrived: "an answer after 12.3 s",
      where: "durationMs",
    });
  });

  it("follows the pack's budget", () => {
    const context = contextOf();
    const strict = { ...context, settings: { ...context.settings, answerBudgetMs: 30 } };
    expect(verdictOf(answersInTime, answeredAfter(35), strict)).toMatchObject({
      kind: "fail",
      expected: expect.stringContaining("30 ms"),
    });
  });

  it("does not time orders that were never answered", () => {
    const evidence = caseOf("uc1.end-to-end", {
      order: ordered(toPartner({ noAnswer: "connection-refused" })),
    });
    expect(verdictOf(answersInTime, evidence).kind).toBe("not-exercised");
  });
});
