import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { completed } from "../evidence/application.world.ts";
import { ignoresUnknownMembers } from "./ignores-unknown-members.check.ts";

describe("application.ignores-unknown-members", () => {
  it("passes 303", () => {
    expect(
      verdictOf(ignoresUnknownMembers, caseOf("events.unknown-members", { event: completed() })),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails a refusal", () => {
    expect(
      verdictOf(
        ignoresUnknownMembers,
        caseOf("events.unknown-members", { event: completed({ status: 400 }) }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.status" });
  });
});
