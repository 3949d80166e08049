import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { staysPlainAboutMissingField } from "./stays-plain-about-missing-field.check.ts";

function refusedWith(message: string) {
  const order = ordered(toPartner({ status: 400, body: refusal(message) }));
  return caseOf("uc3.missing-field:person.email", { order }, { fields: ["person.email"] });
}

describe("messages.stays-plain-about-missing-field", () => {
  it("passes a plain sentence with a token", () => {
    const evidence = refusedWith("Please fill in {{person.email}} and send the candidate again.");
    expect(verdictOf(staysPlainAboutMissingField, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("fails a program's words", () => {
    expect(verdictOf(staysPlainAboutMissingField, refusedWith('{"field":"email"}'))).toMatchObject({
      kind: "fail",
      where: "answer.body.error.userMessage",
      toDo: "Move what a developer needs to debugErrorMessage.",
    });
  });

  it("leaves a refusal without a message to the check that misses it", () => {
    const order = ordered(toPartner({ status: 400 }));
    const evidence = caseOf("uc3.blank:person.email", { order });
    expect(verdictOf(staysPlainAboutMissingField, evidence).kind).toBe("not-exercised");
  });
});
