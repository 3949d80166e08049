import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal } from "../../evidence/exchange.world.ts";
import { completed } from "../evidence/application.world.ts";
import { staysPlainAboutMissingField } from "./stays-plain-about-missing-field.check.ts";

describe("application.stays-plain-about-missing-field", () => {
  it("passes a plain sentence", () => {
    expect(
      verdictOf(
        staysPlainAboutMissingField,
        caseOf(
          "uc3.missing-field",
          { event: completed({ status: 400, body: refusal("Please fill in {{person.email}}.") }) },
          { fields: ["person.email"] },
        ),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails a program's words", () => {
    expect(
      verdictOf(
        staysPlainAboutMissingField,
        caseOf(
          "uc3.missing-field",
          { event: completed({ status: 400, body: refusal("TypeError: email of undefined") }) },
          { fields: ["person.email"] },
        ),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.body.error.userMessage" });
  });
});
