import { describe, expect, it } from "vitest";

import type { StepRow } from "../drive/step-row.ts";
import { exchangeOf } from "../testing/exchange.world.ts";
import { attributeExchanges } from "./attribute-exchanges.ts";

const step = (name: string, facts: Record<string, string | number>): StepRow => ({
  region: "a",
  scenario: "uc1",
  attempt: 1,
  step: name,
  kind: "order.send",
  input: {},
  begunAt: new Date("2026-03-01T09:00:00Z"),
  outcome: { state: "done", facts, endedAt: new Date("2026-03-01T09:00:01Z") },
});
const first = step("first", { orderId: "o-1", workflowId: 501, personId: 11, jobId: 4 });
const second = step("second", { orderId: "o-2", workflowId: 502, personId: 12, jobId: 4 });

function stepOf(
  references: Parameters<typeof exchangeOf>[0],
  chooseStep = (): undefined => undefined,
): string | undefined {
  const [tied] = attributeExchanges([exchangeOf(references)], {
    steps: [first, second],
    stepOfDelivery: new Map([["d-2", second]]),
    chooseStep,
  });
  return tied?.step?.step;
}

describe("tying exchanges to steps", () => {
  it("ties a call of ours by its delivery, whatever else it names", () => {
    expect(stepOf({ references: { deliveryId: "d-2", orderId: "o-1" } })).toBe("second");
  });

  it.each([
    [{ orderId: "o-2" }, "second"],
    [{ workflowId: 502 }, "second"],
    [{ personId: 11 }, "first"],
  ])("ties %j by its id", (references, expected) => {
    expect(stepOf({ references })).toBe(expected);
  });

  it("takes the narrowest id first", () => {
    expect(stepOf({ references: { jobId: 4, workflowId: 502 } })).toBe("second");
  });

  it("asks the framework where several steps share the id", () => {
    const tied = attributeExchanges([exchangeOf({ references: { jobId: 4 } })], {
      steps: [first, second],
      stepOfDelivery: new Map(),
      chooseStep: (_exchange, steps) => steps.at(-1),
    });
    expect(tied[0]?.step?.step).toBe("second");
  });

  it("leaves what fits no step unattributed, however close in time", () => {
    expect(stepOf({ references: { workflowId: 999 }, at: first.begunAt })).toBeUndefined();
    expect(stepOf({ references: {} })).toBeUndefined();
  });
});
