import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { ignoresUnknownMembers } from "./ignores-unknown-members.check.ts";

function answeredWith(status: number) {
  return caseOf("orders.unknown-members", { order: ordered(toPartner({ status })) });
}

describe("orders.ignores-unknown-members", () => {
  it.each([200, 202])("passes status %i", (status) => {
    expect(verdictOf(ignoresUnknownMembers, answeredWith(status))).toStrictEqual({ kind: "pass" });
  });

  it.each([400, 500])("fails status %i", (status) => {
    expect(verdictOf(ignoresUnknownMembers, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });
});
