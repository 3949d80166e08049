import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { toPartner } from "../../evidence/exchange.world.ts";
import { refusesBlankField } from "./refuses-blank-field.check.ts";

function answeredWith(email: string, status: number) {
  const order = ordered(toPartner({ status, sent: { candidate: { email } } }));
  return caseOf("uc3.blank:person.email", { order }, { fields: ["person.email"] });
}

describe("orders.refuses-blank-field", () => {
  it.each(["", "   "])("passes status 400 to %j", (email) => {
    expect(verdictOf(refusesBlankField, answeredWith(email, 400))).toStrictEqual({ kind: "pass" });
  });

  it.each(["", "   "])("fails an accepted %j", (email) => {
    expect(verdictOf(refusesBlankField, answeredWith(email, 202))).toMatchObject({
      kind: "fail",
      expected: "status 400 to an order with nothing but blanks in person.email",
      where: "answer.status",
    });
  });
});
