import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { completed } from "../evidence/application.world.ts";
import { refusesUnknownAssessment } from "./refuses-unknown-assessment.check.ts";

describe("application.refuses-unknown-assessment", () => {
  it("passes 400", () => {
    expect(
      verdictOf(
        refusesUnknownAssessment,
        caseOf("application.unknown-assessment", { event: completed({ status: 400 }) }),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails 303 to another assessment", () => {
    expect(
      verdictOf(
        refusesUnknownAssessment,
        caseOf("application.unknown-assessment", { event: completed() }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.status" });
  });
});
