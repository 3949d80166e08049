import { describe, expect, it } from "vitest";

import { conclusionsOf, runOf } from "../evidence/evidence.world.ts";
import { afterNoon, toAts } from "../evidence/exchange.world.ts";
import { authenticatesCalls } from "./authenticates-calls.check.ts";

const refused = { user: null, status: 401 };

function called(...calls: readonly NonNullable<Parameters<typeof toAts>[0]>[]) {
  return runOf({ a: calls.map((call) => toAts(call)), b: [toAts({ region: "b" })] });
}

describe("api.authenticates-calls", () => {
  it("passes calls with the customer's credentials", () => {
    expect(conclusionsOf(authenticatesCalls, called({}))).toStrictEqual([
      { region: "a", kind: "pass" },
      { region: "b", kind: "pass" },
    ]);
  });

  it("fails a call that was refused for its credentials and never repaired", () => {
    expect(
      conclusionsOf(authenticatesCalls, called(refused, { path: "/customers/6101/jobs/4" })),
    ).toMatchObject([
      {
        region: "a",
        kind: "fail",
        arrived: "status 401 to 1 of 2 calls, the first GET /customers/6101/people/123",
        where: "request.headers.Authorization",
      },
      { region: "b", kind: "pass" },
    ]);
  });

  it("fails credentials that stopped working after a call that had them", () => {
    const run = called({}, { ...refused, at: afterNoon(5) });
    expect(conclusionsOf(authenticatesCalls, run)[0]).toMatchObject({
      kind: "fail",
      where: "request.headers.Authorization",
    });
  });

  it("warns of a client that waits to be challenged", () => {
    const run = called(refused, { at: afterNoon(5) });
    expect(conclusionsOf(authenticatesCalls, run)[0]).toMatchObject({
      kind: "warn",
      where: "request.headers.Authorization",
    });
  });
});
