import { describe, expect, it } from "vitest";

import { arrived, caseOf, done, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { noon, orderId, toPartner } from "../../evidence/exchange.world.ts";
import { reportsCompletion } from "./reports-completion.check.ts";

function after(status: ReturnType<typeof reported>) {
  return caseOf("uc1.end-to-end", { result: arrived(), status });
}

function answeredWith(status: number, body?: Parameters<typeof toPartner>[0]) {
  const call = toPartner({ purpose: "order-status", status, ...body });
  return done("order.status", { status }, { exchanges: [call] });
}

describe("orders.reports-completion", () => {
  it.each([noon, "2026-02-03T13:00:00.250+01:00"])("passes completedAt %s", (completedAt) => {
    expect(verdictOf(reportsCompletion, after(reported("complete", completedAt)))).toStrictEqual({
      kind: "pass",
    });
  });

  it.each([
    ["in-progress", undefined, "answer.body.status"],
    ["complete", undefined, "answer.body.completedAt"],
    ["complete", "2026-02-03T12:00:00Z", "answer.body.completedAt"],
  ])("fails status %s with completedAt %s", (status, completedAt, where) => {
    expect(verdictOf(reportsCompletion, after(reported(status, completedAt)))).toMatchObject({
      kind: "fail",
      where,
    });
  });

  it("fails a status that the contract does not know", () => {
    const step = answeredWith(200, { body: { orderId, status: "done" } });
    expect(verdictOf(reportsCompletion, after(step))).toMatchObject({
      kind: "fail",
      where: "answer.body.status",
    });
  });

  it("fails an order that the partner no longer knows", () => {
    expect(verdictOf(reportsCompletion, after(answeredWith(404)))).toMatchObject({
      kind: "fail",
      arrived: expect.stringMatching(/^status 404/u),
      where: "answer.status",
    });
  });

  it("has nothing to judge without a result", () => {
    const evidence = caseOf("uc1.end-to-end", {
      result: done("result.await", { arrived: false }),
      status: reported("in-progress"),
    });
    expect(verdictOf(reportsCompletion, evidence).kind).toBe("not-exercised");
  });
});
