import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { orderWithoutEmail, toPartner } from "../../evidence/exchange.world.ts";
import { refusesMissingField } from "./refuses-missing-field.check.ts";

function answeredWith(call: Parameters<typeof toPartner>[0]) {
  const order = ordered(toPartner({ sent: orderWithoutEmail, ...call }));
  return caseOf("uc3.missing-field:person.email", { order }, { fields: ["person.email"] });
}

describe("orders.refuses-missing-field", () => {
  it("passes status 400", () => {
    expect(verdictOf(refusesMissingField, answeredWith({ status: 400 }))).toStrictEqual({
      kind: "pass",
    });
  });

  it.each([202, 422, 500])("fails status %i and names the field", (status) => {
    expect(verdictOf(refusesMissingField, answeredWith({ status }))).toMatchObject({
      kind: "fail",
      expected: "status 400 to an order without person.email",
      where: "answer.status",
    });
  });

  it("blames nobody but us when the field was in the order after all", () => {
    const evidence = caseOf(
      "uc3.missing-field:person.email",
      { order: ordered(toPartner()) },
      { fields: ["person.email"] },
    );
    expect(verdictOf(refusesMissingField, evidence)).toStrictEqual({
      kind: "checker-error",
      reason: "an order without person.email was to be sent, but it carried person.email.",
    });
  });

  it("is not exercised when the control order was refused", () => {
    const evidence = caseOf(
      "uc3.missing-field:person.email",
      { control: ordered(toPartner({ status: 400 })) },
      { fields: ["person.email"] },
    );
    expect(verdictOf(refusesMissingField, evidence)).toMatchObject({
      kind: "not-exercised",
      why: expect.stringContaining('step "control" was answered with 400'),
    });
  });
});
