import { describe, expect, it } from "vitest";

import { conclusionsOf, runOf } from "../../evidence/evidence.world.ts";
import { afterNoon, resultWrite, toAts, toPartner } from "../../evidence/exchange.world.ts";
import { reactsInsteadOfPolling } from "./reacts-instead-of-polling.check.ts";

const asking = (from: number, times: number) =>
  Array.from({ length: times }, (_, turn) => toAts({ at: afterNoon((from + turn) * 500) }));

function called(...calls: Parameters<typeof runOf>[0]["a"]) {
  return runOf({ a: calls, b: [toAts({ region: "b" })] });
}

describe("api.reacts-instead-of-polling", () => {
  it("passes who asks a few times", () => {
    expect(conclusionsOf(reactsInsteadOfPolling, called(...asking(0, 5)))[0]).toMatchObject({
      kind: "pass",
    });
  });

  it("fails who asks in a rhythm, and shows what for", () => {
    expect(conclusionsOf(reactsInsteadOfPolling, called(...asking(0, 6)))).toMatchObject([
      {
        region: "a",
        kind: "fail",
        arrived: expect.stringContaining("6 times GET"),
        where: "request.path",
      },
      { region: "b", kind: "pass" },
    ]);
  });

  it.each([
    ["a write", resultWrite({ at: afterNoon(2_400) })],
    ["a call to the partner", toPartner({ at: afterNoon(2_400) })],
  ])("passes who has %s as a reason to look again", (_reason, between) => {
    const calls = called(...asking(0, 5), between, ...asking(5, 5));
    expect(conclusionsOf(reactsInsteadOfPolling, calls)[0]).toMatchObject({ kind: "pass" });
  });

  it("passes who repeats what the ATS refused", () => {
    const refused = asking(0, 8).map((_, turn) =>
      toAts({ status: 503, at: afterNoon(turn * 500) }),
    );
    expect(conclusionsOf(reactsInsteadOfPolling, called(...refused))[0]).toMatchObject({
      kind: "pass",
    });
  });

  it("warns of searches that belong to no order of the run", () => {
    const path = "/customers/6101/search/applicantworkflows";
    const searches = asking(0, 7).map((_, turn) => toAts({ path, at: afterNoon(turn * 500) }));
    const run = runOf({ a: asking(0, 1), b: [] }, { a: searches });
    expect(conclusionsOf(reactsInsteadOfPolling, run)).toMatchObject([
      { region: "a", kind: "warn" },
      { region: "b", kind: "not-exercised" },
    ]);
  });
});
