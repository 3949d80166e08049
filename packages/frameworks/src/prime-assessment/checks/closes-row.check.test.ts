import { describe, expect, it } from "vitest";

import { caseOf, contextOf, done, reported, verdictOf } from "../../evidence/evidence.world.ts";
import { afterNoon, resultWrite, toPartner } from "../../evidence/exchange.world.ts";
import { closesRow } from "./closes-row.check.ts";

const sent = "D37002019004";
const incomplete = "D37002019002";
const complete = "D37002019001";

function write(statusId: string, delayMs: number) {
  return resultWrite({ sent: { assessmentstatus: { id: statusId } }, at: afterNoon(delayMs) });
}

function cancelled(
  statusIds: readonly (string | null)[],
  {
    status = 200,
    completedAt,
    writes = [],
  }: {
    readonly status?: number;
    readonly completedAt?: string;
    readonly writes?: readonly ReturnType<typeof write>[];
  } = {},
) {
  const call = toPartner({ purpose: "cancel", status, body: {} });
  const rows = statusIds.map((statusId, place) => ({ entry: place + 1, statusId }));
  return caseOf("cancel.open-order", {
    cancel: done("order.cancel", { status }, { exchanges: [call] }),
    status: reported("cancelled", completedAt),
    ...(status === 200 ? { row: done("row.await-closed", { rows }, { exchanges: writes }) } : {}),
  });
}

describe("cancel.closes-row", () => {
  it("passes a row that reads Incomplete, and names the calls", () => {
    const writes = [write(sent, -100), write(incomplete, 100)];
    const { verdict, exchanges } = closesRow.judge(
      cancelled([incomplete], { writes }),
      contextOf(),
    );
    expect(verdict).toStrictEqual({ kind: "pass" });
    expect(exchanges).toHaveLength(3);
  });

  it.each([
    [[sent], "assessmentstatus sent (D37002019004)"],
    [[complete], "assessmentstatus complete (D37002019001)"],
    [[incomplete, sent], "assessmentstatus sent (D37002019004)"],
    [["C1"], "assessmentstatus C1"],
    [[null], "a row without assessmentstatus"],
  ])("fails rows that read %j", (statusIds, arrived) => {
    expect(verdictOf(closesRow, cancelled(statusIds))).toMatchObject({
      kind: "fail",
      expected: "assessmentstatus Incomplete (D37002019002) within 60 s after the cancel",
      arrived,
      where: "applicantworkflow.assessmentresults.assessmentstatus",
    });
  });

  it("fails a result that is written after the cancel all the same", () => {
    const writes = [write(incomplete, 100), write(complete, 3_000)];
    expect(verdictOf(closesRow, cancelled([incomplete], { writes }))).toMatchObject({
      kind: "fail",
      expected: "no result after the cancel",
      where: "applicantworkflow.assessmentresults.assessmentstatus",
    });
  });

  it("does not hold a result of before the cancel against the partner", () => {
    const writes = [write(complete, -100), write(incomplete, 100)];
    expect(verdictOf(closesRow, cancelled([incomplete], { writes })).kind).toBe("pass");
  });

  it.each([
    ["an order without a row", cancelled([])],
    ["an order that was complete", cancelled([], { status: 400, completedAt: afterNoon(-10) })],
  ])("does not apply to %s", (_what, evidence) => {
    expect(verdictOf(closesRow, evidence).kind).toBe("not-applicable");
  });

  it("is not exercised when an open order was not cancelled", () => {
    expect(verdictOf(closesRow, cancelled([], { status: 404 })).kind).toBe("not-exercised");
  });

  it("does not apply to who does not declare it", () => {
    const context = contextOf({ supportsCancel: false });
    expect(verdictOf(closesRow, caseOf("cancel.open-order", {}), context)).toStrictEqual({
      kind: "not-applicable",
      why: "The partner does not declare supportsCancel.",
    });
  });
});
