import { describe, expect, it } from "vitest";

import { conclusionsOf, runOf } from "../evidence/evidence.world.ts";
import { afterNoon, toAts } from "../evidence/exchange.world.ts";
import { respectsQuota } from "./respects-quota.check.ts";

function called(...calls: readonly NonNullable<Parameters<typeof toAts>[0]>[]) {
  return runOf({ a: calls.map((call) => toAts(call)), b: [toAts({ region: "b" })] });
}

describe("api.respects-quota", () => {
  it("does not apply where the quota was never met", () => {
    expect(conclusionsOf(respectsQuota, called({}))[0]).toMatchObject({ kind: "not-applicable" });
  });

  it("passes who waits before the next call, or makes none", () => {
    const patient = called({ status: 429 }, { at: afterNoon(1_500) });
    expect(conclusionsOf(respectsQuota, patient)[0]).toMatchObject({ kind: "pass" });
    expect(conclusionsOf(respectsQuota, called({ status: 429 }))[0]).toMatchObject({
      kind: "pass",
    });
  });

  it("fails who calls again at once", () => {
    const hasty = called({ status: 429 }, { at: afterNoon(240) });
    expect(conclusionsOf(respectsQuota, hasty)).toMatchObject([
      { region: "a", kind: "fail", arrived: "the next call after 200 ms", where: "at" },
      { region: "b", kind: "not-applicable" },
    ]);
  });

  it("passes calls for other things that were on their way when the answer came", () => {
    const path = "/customers/6101/jobs/4";
    const crossing = called({ status: 429, retryAfter: "2" }, { at: afterNoon(900), path });
    expect(conclusionsOf(respectsQuota, crossing)[0]).toMatchObject({ kind: "pass" });
  });

  it("fails who goes on with other calls of the same customer", () => {
    const path = "/customers/6101/jobs/4";
    const other = called({ status: 429, retryAfter: "2" }, { at: afterNoon(1_500), path });
    expect(conclusionsOf(respectsQuota, other)[0]).toMatchObject({ kind: "fail", where: "at" });
  });

  it("takes the pause that the answer asks for", () => {
    const hasty = called({ status: 429, retryAfter: "60" }, { at: afterNoon(30_000) });
    expect(conclusionsOf(respectsQuota, hasty)[0]).toMatchObject({
      kind: "fail",
      expected: expect.stringContaining("60 s"),
    });
  });
});
