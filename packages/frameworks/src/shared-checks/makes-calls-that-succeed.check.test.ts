import { describe, expect, it } from "vitest";

import { arrived, caseOf, done, verdictOf } from "../evidence/evidence.world.ts";
import { resultRow, toAts } from "../evidence/exchange.world.ts";
import { makesCallsThatSucceed } from "./makes-calls-that-succeed.check.ts";

function called(...calls: readonly NonNullable<Parameters<typeof toAts>[0]>[]) {
  return caseOf("uc1.end-to-end", {
    result: arrived(
      resultRow,
      calls.map((call) => toAts(call)),
    ),
  });
}

describe("api.makes-calls-that-succeed", () => {
  it("passes calls that the ATS answered well", () => {
    expect(verdictOf(makesCallsThatSucceed, called({ status: 200 }))).toStrictEqual({
      kind: "pass",
    });
  });

  it("warns of a refused call and names it", () => {
    const path = "/customers/6101/people/9";
    expect(verdictOf(makesCallsThatSucceed, called({ status: 404, path }))).toMatchObject({
      kind: "warn",
      arrived: "GET /customers/6101/people/9 was answered with 404",
      where: "answer.status",
    });
  });

  it.each([401, 429])("leaves status %i to its own check", (status) => {
    expect(verdictOf(makesCallsThatSucceed, called({ status }))).toStrictEqual({ kind: "pass" });
  });

  it("does not pass a partner that never called", () => {
    const evidence = caseOf("uc1.end-to-end", { result: done("result.await", { arrived: false }) });
    expect(verdictOf(makesCallsThatSucceed, evidence).kind).toBe("not-exercised");
  });
});
