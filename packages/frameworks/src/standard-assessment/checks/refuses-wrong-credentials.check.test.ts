import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { completed } from "../evidence/application.world.ts";
import { refusesWrongCredentials } from "./refuses-wrong-credentials.check.ts";

describe("application.refuses-wrong-credentials", () => {
  it.each([401, 403])("passes %i", (status) => {
    const evidence = caseOf("auth.wrong-credentials", { event: completed({ status }) });
    expect(verdictOf(refusesWrongCredentials, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("fails an answer as to anybody", () => {
    expect(
      verdictOf(refusesWrongCredentials, caseOf("auth.wrong-credentials", { event: completed() })),
    ).toMatchObject({ kind: "fail", where: "answer.status" });
  });
});
