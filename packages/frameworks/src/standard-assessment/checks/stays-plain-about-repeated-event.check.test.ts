import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal } from "../../evidence/exchange.world.ts";
import { repeated } from "../evidence/application.world.ts";
import { staysPlainAboutRepeatedEvent } from "./stays-plain-about-repeated-event.check.ts";

describe("application.stays-plain-about-repeated-event", () => {
  it("passes a plain sentence", () => {
    expect(
      verdictOf(
        staysPlainAboutRepeatedEvent,
        caseOf("uc2.repeated-event", {
          repeat: repeated({ status: 400, body: refusal("This assessment was already started.") }),
        }),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails markup", () => {
    expect(
      verdictOf(
        staysPlainAboutRepeatedEvent,
        caseOf("uc2.repeated-event", {
          repeat: repeated({ status: 400, body: refusal("<b>Already started</b>") }),
        }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.body.error.userMessage" });
  });
});
