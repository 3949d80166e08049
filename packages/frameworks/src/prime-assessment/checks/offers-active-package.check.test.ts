import { describe, expect, it } from "vitest";

import { caseOf, done, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { offersActivePackage } from "./offers-active-package.check.ts";

function listed(...active: readonly boolean[]) {
  const packages = active.map((isActive, place) => ({
    packageId: `p-${place}`,
    name: "Reasoning",
    active: isActive,
  }));
  const call = toPartner({ purpose: "package-sync", status: 200, body: { packages } });
  return caseOf("packages.listed", {
    packages: done("packages.sync", { status: 200, packages }, { exchanges: [call] }),
  });
}

describe("packages.offers-active-package", () => {
  it("passes one active package among others", () => {
    expect(verdictOf(offersActivePackage, listed(false, true))).toStrictEqual({ kind: "pass" });
  });

  it("fails a list without an active package and names what is there", () => {
    expect(verdictOf(offersActivePackage, listed(false, false))).toMatchObject({
      kind: "fail",
      arrived: "2 packages: p-0 (not active), p-1 (not active)",
      where: "answer.body.packages",
    });
  });

  it("leaves a list that cannot be read to its own check", () => {
    const call = toPartner({ purpose: "package-sync", status: 500 });
    const evidence = caseOf("packages.listed", {
      packages: done("packages.sync", { status: 500, packages: [] }, { exchanges: [call] }),
    });
    expect(verdictOf(offersActivePackage, evidence).kind).toBe("not-exercised");
  });
});
