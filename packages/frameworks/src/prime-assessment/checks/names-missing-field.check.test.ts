import { describe, expect, it } from "vitest";

import { caseOf, contextOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { namesMissingField } from "./names-missing-field.check.ts";

function refusedWith(message: string, field = "person.email") {
  const order = ordered(toPartner({ status: 400, body: refusal(message) }));
  return caseOf(`uc3.missing-field:${field}`, { order }, { region: "b", fields: [field] });
}

describe("messages.names-missing-field", () => {
  it.each([
    ["token", "Please fill in {{person.email}}."],
    ["tenant's label", "Please fill in: correo"],
    ["API id", "The candidate has no email."],
    ["whole key", "person.email is missing"],
  ])("passes a message that names the field by its %s", (_way, message) => {
    expect(verdictOf(namesMissingField, refusedWith(message))).toStrictEqual({ kind: "pass" });
  });

  it("passes a wording that the partner declared", () => {
    const context = contextOf({ wordings: { "person.email": ["e-mail address"] } });
    const evidence = refusedWith("An E-Mail Address is needed.");
    expect(verdictOf(namesMissingField, evidence, context)).toStrictEqual({ kind: "pass" });
  });

  it("names the package by its word", () => {
    const evidence = refusedWith("Choose a package first.", "package");
    expect(verdictOf(namesMissingField, evidence)).toStrictEqual({ kind: "pass" });
  });

  it.each([
    "Bad request",
    "A required field is missing, please complete the candidate's profile.",
    "HTTP 400: validation failed",
  ])("fails %s, which names no field at all", (message) => {
    expect(verdictOf(namesMissingField, refusedWith(message))).toMatchObject({
      kind: "fail",
      expected: "a userMessage that names person.email (rule: message.names-the-field)",
      where: "answer.body.error.userMessage",
      toDo: 'Write {{person.email}} into userMessage; each customer then reads its own label, here "Correo".',
    });
  });

  it.each([
    "We have no way to write to this candidate.",
    "Please fill in {{person.lastname}}.",
    "Die elektronische Anschrift fehlt.",
    "Emailing is not possible.",
    "Webemail is not possible.",
  ])("asks a person about %s", (message) => {
    expect(verdictOf(namesMissingField, refusedWith(message))).toMatchObject({
      kind: "needs-review",
      question: expect.stringContaining("person.email"),
    });
  });

  it.each([
    "{{person.firstname}}, {{person.lastname}} and {{person.email}} are required.",
    "Apellido and correo are required.",
  ])("warns of fields that were there: %s", (message) => {
    expect(verdictOf(namesMissingField, refusedWith(message))).toMatchObject({
      kind: "warn",
      arrived: expect.stringContaining("person.lastname"),
      where: "answer.body.error.userMessage",
    });
  });

  it("fails a refusal without a message", () => {
    const order = ordered(toPartner({ status: 400, body: {} }));
    const evidence = caseOf("uc3.blank:person.email", { order }, { fields: ["person.email"] });
    expect(verdictOf(namesMissingField, evidence)).toMatchObject({
      kind: "fail",
      where: "answer.body.error.userMessage",
    });
  });
});
