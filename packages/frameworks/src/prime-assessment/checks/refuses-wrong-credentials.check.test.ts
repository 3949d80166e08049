import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { refusesWrongCredentials } from "./refuses-wrong-credentials.check.ts";

function answeredWith(status: number) {
  return caseOf("auth.wrong-credentials", { order: ordered(toPartner({ status })) });
}

describe("auth.refuses-wrong-credentials", () => {
  it.each([401, 403])("passes status %i", (status) => {
    expect(verdictOf(refusesWrongCredentials, answeredWith(status))).toStrictEqual({
      kind: "pass",
    });
  });

  it.each([202, 400, 404])("fails status %i", (status) => {
    expect(verdictOf(refusesWrongCredentials, answeredWith(status))).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });
});
