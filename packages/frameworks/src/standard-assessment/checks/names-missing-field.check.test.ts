import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal } from "../../evidence/exchange.world.ts";
import { completed } from "../evidence/application.world.ts";
import { namesMissingField } from "./names-missing-field.check.ts";

describe("application.names-missing-field", () => {
  it("passes a message with the field's token", () => {
    expect(
      verdictOf(
        namesMissingField,
        caseOf(
          "uc3.missing-field",
          { event: completed({ status: 400, body: refusal("Please fill in {{person.email}}.") }) },
          { fields: ["person.email"] },
        ),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails one that names nothing", () => {
    expect(
      verdictOf(
        namesMissingField,
        caseOf(
          "uc3.missing-field",
          { event: completed({ status: 400, body: refusal("The request is invalid.") }) },
          { fields: ["person.email"] },
        ),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.body.error.userMessage" });
  });
});
