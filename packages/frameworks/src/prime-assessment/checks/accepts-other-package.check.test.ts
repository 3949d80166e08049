import { describe, expect, it } from "vitest";

import { caseOf, done, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { acceptsOtherPackage } from "./accepts-other-package.check.ts";

function answeredWith(status: number) {
  return caseOf("orders.other-package", { other: ordered(toPartner({ status })) });
}

describe("orders.accepts-other-package", () => {
  it.each([200, 202])("passes status %i", (status) => {
    expect(verdictOf(acceptsOtherPackage, answeredWith(status))).toStrictEqual({ kind: "pass" });
  });

  it.each([400, 500])("fails status %i", (status) => {
    expect(verdictOf(acceptsOtherPackage, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });

  it("does not apply where one package can be ordered", () => {
    const one = { packageId: "p-1", name: "One", active: true };
    const packages = done("packages.sync", {
      status: 200,
      packages: [one, { ...one, packageId: "p-2", active: false }],
    });
    expect(
      verdictOf(acceptsOtherPackage, caseOf("orders.other-package", { packages })),
    ).toMatchObject({ kind: "not-applicable" });
  });
});
