import { describe, expect, it } from "vitest";

import { caseOf, contextOf, done, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { listsAddedPackage } from "./lists-added-package.check.ts";

const adding = contextOf({ addsTestPackage: true });

function listed(...ids: readonly string[]) {
  const packages = ids.map((packageId) => ({ packageId, name: packageId, active: true }));
  const call = toPartner({ purpose: "package-sync", status: 200 });
  return done("packages.sync", { status: 200, packages }, { exchanges: [call] });
}

describe("packages.lists-added-package", () => {
  it("passes a list that has one more", () => {
    const evidence = caseOf("packages.package-added", {
      packages: listed("p-1"),
      later: listed("p-1", "p-2"),
    });
    expect(verdictOf(listsAddedPackage, evidence, adding)).toStrictEqual({ kind: "pass" });
  });

  it("fails the list of before", () => {
    const evidence = caseOf("packages.package-added", {
      packages: listed("p-1"),
      later: listed("p-1"),
    });
    expect(verdictOf(listsAddedPackage, evidence, adding)).toMatchObject({
      kind: "fail",
      arrived: "p-1, as before",
      where: "answer.body.packages",
    });
  });

  it("does not apply to who does not declare it", () => {
    const evidence = caseOf("packages.package-added", { packages: listed("p-1") });
    expect(verdictOf(listsAddedPackage, evidence)).toMatchObject({ kind: "not-applicable" });
  });
});
