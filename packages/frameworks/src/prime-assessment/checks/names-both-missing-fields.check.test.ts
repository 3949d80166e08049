import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { namesBothMissingFields } from "./names-both-missing-fields.check.ts";

function refusedWith(message: string) {
  const order = ordered(toPartner({ status: 400, body: refusal(message) }));
  return caseOf("uc3.two-missing", { order }, { fields: ["person.lastname", "person.email"] });
}

describe("messages.names-both-missing-fields", () => {
  it.each(["{{person.lastname}} and {{person.email}} are missing.", "Last name, email: required"])(
    "passes %s",
    (message) => {
      expect(verdictOf(namesBothMissingFields, refusedWith(message))).toStrictEqual({
        kind: "pass",
      });
    },
  );

  it("fails a message that names only one, and says which is lacking", () => {
    expect(
      verdictOf(namesBothMissingFields, refusedWith("{{person.email}} is missing.")),
    ).toMatchObject({
      kind: "fail",
      arrived: '"{{person.email}} is missing.", which does not name person.lastname',
      where: "answer.body.error.userMessage",
      toDo: expect.stringContaining("{{person.lastname}}"),
    });
  });

  it("asks a person when the other may be named in other words", () => {
    expect(
      verdictOf(namesBothMissingFields, refusedWith("Email and surname are missing.")),
    ).toMatchObject({
      kind: "needs-review",
      question: expect.stringContaining("person.lastname"),
    });
  });
});
