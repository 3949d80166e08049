import { pass, type StepEvidence } from "@slipway/conformance";
import { describe, expect, it } from "vitest";

import { caseOf, ordered } from "./evidence.world.ts";
import { toPartner } from "./exchange.world.ts";
import { judgeAnswer, judgeRefusal } from "./judge-answer.ts";

const judged = { step: "order", expected: "status 202" };

function verdictOf(steps: Readonly<Record<string, StepEvidence>>) {
  return judgeAnswer(caseOf("uc1.end-to-end", steps), judged, ({ exchange }) => pass(exchange))
    .verdict;
}

function inState(state: StepEvidence["state"], more: Partial<StepEvidence> = {}): StepEvidence {
  return { kind: "order.send", state, input: {}, facts: undefined, exchanges: [], ...more };
}

describe("judgeAnswer", () => {
  it("hands an answer to the check", () => {
    expect(verdictOf({ order: ordered(toPartner()) })).toStrictEqual({ kind: "pass" });
  });

  it("lays at the partner's door that no answer came", () => {
    const order = ordered(toPartner({ noAnswer: "timed-out" }));
    expect(verdictOf({ order })).toMatchObject({
      kind: "fail",
      expected: "status 202",
      arrived: "no answer (timed-out): nothing came within 30 s",
      where: "answer",
    });
  });

  it.each(["outcome-unknown", "address-forbidden"] as const)(
    "calls a call that ended as %s our own error",
    (noAnswer) => {
      expect(verdictOf({ order: ordered(toPartner({ noAnswer })) }).kind).toBe("checker-error");
    },
  );

  it.each(["lost", "broken"] as const)("calls a step that is %s our own error", (state) => {
    expect(verdictOf({ order: inState(state) }).kind).toBe("checker-error");
  });

  it("says for whom a step waits, to do what, until when", () => {
    const waiting = {
      for: "partner",
      toDo: "complete the assessment",
      until: "2026-02-03T13:00:00Z",
    };
    expect(verdictOf({ order: inState("waiting", { waiting }) })).toStrictEqual({
      kind: "waiting",
      ...waiting,
    });
  });

  it("does not pass what was not reached, and says why", () => {
    const candidate = { ...inState("done"), kind: "candidate.create", facts: { status: 404 } };
    expect(verdictOf({ candidate })).toStrictEqual({
      kind: "not-exercised",
      why: 'uc1.end-to-end ended before its step "order": step "candidate" was answered with 404.',
    });
  });

  it("does not pass a step of which no exchange was recorded", () => {
    expect(verdictOf({ order: inState("done", { facts: { status: 202 } }) }).kind).toBe(
      "not-exercised",
    );
  });
});

describe("judgeRefusal", () => {
  it("leaves to the check on the status what was not refused with 400", () => {
    const evidence = caseOf("uc1.end-to-end", { order: ordered(toPartner({ status: 409 })) });
    const { verdict } = judgeRefusal(evidence, "order", ({ exchange }) => pass(exchange));
    expect(verdict).toMatchObject({ kind: "not-exercised" });
  });
});
