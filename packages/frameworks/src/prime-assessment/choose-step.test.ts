import type { StepRow } from "@slipway/conformance";
import type { Exchange } from "@slipway/exchange";
import { describe, expect, it } from "vitest";

import { chooseStep } from "./choose-step.ts";
import { resultWrite, toAts, toPartner } from "../evidence/exchange.world.ts";

function stepOf(step: string, kind: string): StepRow {
  const at = new Date(0);
  const outcome = { state: "done", facts: {}, endedAt: at } as const;
  return {
    region: "a",
    scenario: "uc2.late-repeat",
    attempt: 1,
    step,
    kind,
    input: {},
    begunAt: at,
    outcome,
  };
}

const steps = [
  stepOf("candidate", "candidate.create"),
  stepOf("order", "order.send"),
  stepOf("result", "result.await"),
  stepOf("status", "order.status"),
  stepOf("repeat", "order.send"),
];

describe("the step of a call that fits several", () => {
  it.each<[string, Exchange, string]>([
    ["a row of results", resultWrite(), "result"],
    ["a read of the candidate", toAts(), "order"],
    ["an order", toPartner(), "order"],
    ["a question for the status", toPartner({ purpose: "order-status" }), "status"],
  ])("gives %s to the step it serves", (_what, exchange, step) => {
    expect(chooseStep(exchange, steps)?.step).toBe(step);
  });

  it("gives a row of results to the step that awaits its end after a cancel", () => {
    const cancelled = [stepOf("order", "order.send"), stepOf("row", "row.await-closed")];
    expect(chooseStep(resultWrite(), cancelled)?.step).toBe("row");
  });

  it("gives a row of results to the order where no result is awaited", () => {
    expect(chooseStep(resultWrite(), steps.slice(0, 2))?.step).toBe("order");
  });

  it("leaves a call of no known purpose to the engine", () => {
    expect(chooseStep(toPartner({ purpose: "probe" }), steps)).toBeUndefined();
  });
});
