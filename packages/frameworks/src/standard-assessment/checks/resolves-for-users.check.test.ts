import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal } from "../../evidence/exchange.world.ts";
import { completed } from "../evidence/application.world.ts";
import { resolvesForUsers } from "./resolves-for-users.check.ts";

describe("application.resolves-for-users", () => {
  it("passes what was shown with labels", () => {
    expect(
      verdictOf(
        resolvesForUsers,
        caseOf(
          "uc3.missing-field",
          {
            event: completed({
              status: 400,
              body: refusal("Fill in {{person.email}}."),
              shown: "Fill in Email.",
            }),
          },
          { fields: ["person.email"] },
        ),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails a token that stands for no field", () => {
    expect(
      verdictOf(
        resolvesForUsers,
        caseOf(
          "uc3.missing-field",
          {
            event: completed({
              status: 400,
              body: refusal("Fill in {{email}}."),
              shown: "Fill in {{email}}.",
            }),
          },
          { fields: ["person.email"] },
        ),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.body.error.userMessage" });
  });
});
