import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { completed, repeated } from "../evidence/application.world.ts";
import { refusesRepeatedEvent } from "./refuses-repeated-event.check.ts";

describe("application.refuses-repeated-event", () => {
  it("passes 400", () => {
    expect(
      verdictOf(
        refusesRepeatedEvent,
        caseOf("uc2.repeated-event", { event: completed(), repeat: repeated({ status: 400 }) }),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it.each([200, 303, 409, 500])("fails %i", (status) => {
    const evidence = caseOf("uc2.repeated-move", { repeat: repeated({ status }) });
    expect(verdictOf(refusesRepeatedEvent, evidence)).toMatchObject({
      kind: "fail",
      where: "answer.status",
    });
  });
});
