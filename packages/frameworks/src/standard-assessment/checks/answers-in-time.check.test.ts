import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { completed } from "../evidence/application.world.ts";
import { answersInTime } from "./answers-in-time.check.ts";

describe("application.answers-in-time", () => {
  it("passes an answer within the budget", () => {
    expect(
      verdictOf(answersInTime, caseOf("uc1.end-to-end", { event: completed() })),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails one after it", () => {
    expect(
      verdictOf(
        answersInTime,
        caseOf("uc1.end-to-end", { event: completed({ durationMs: 10_001 }) }),
      ),
    ).toMatchObject({ kind: "fail", where: "durationMs" });
  });
});
