import { describe, expect, it } from "vitest";

import { caseOf, done, verdictOf } from "../evidence/evidence.world.ts";
import { toPartner } from "../evidence/exchange.world.ts";
import { acceptsStatusChange } from "./accepts-status-change.check.ts";

function answeredWith(status: number) {
  const call = toPartner({ purpose: "event", status });
  return caseOf("events.status-change", {
    move: done("candidate.move", { eventDeliveryId: "d-1", status }, { exchanges: [call] }),
  });
}

describe("events.accepts-status-change", () => {
  it.each([200, 204])("passes status %i", (status) => {
    expect(verdictOf(acceptsStatusChange, answeredWith(status))).toStrictEqual({ kind: "pass" });
  });

  it.each([
    [400, "gzip"],
    [401, "credentials"],
    [404, "ignore candidates"],
    [500, "ignore candidates"],
  ])("fails status %i and says what to do", (status, hint) => {
    expect(verdictOf(acceptsStatusChange, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
      toDo: expect.stringContaining(hint),
    });
  });

  it("warns of 303, which opens a page for the recruiter", () => {
    expect(verdictOf(acceptsStatusChange, answeredWith(303))).toMatchObject({
      kind: "warn",
      where: "answer.status",
    });
  });
});
