import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { completed } from "../evidence/application.world.ts";
import { refusesMissingField } from "./refuses-missing-field.check.ts";

describe("application.refuses-missing-field", () => {
  it("passes 400", () => {
    expect(
      verdictOf(
        refusesMissingField,
        caseOf(
          "uc3.missing-field",
          { event: completed({ status: 400 }) },
          { fields: ["person.email"] },
        ),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails 303: the candidate would go on without it", () => {
    expect(
      verdictOf(
        refusesMissingField,
        caseOf("uc3.missing-field", { event: completed() }, { fields: ["person.email"] }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.status" });
  });
});
