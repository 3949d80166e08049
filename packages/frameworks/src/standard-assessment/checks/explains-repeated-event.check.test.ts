import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal } from "../../evidence/exchange.world.ts";
import { repeated } from "../evidence/application.world.ts";
import { explainsRepeatedEvent } from "./explains-repeated-event.check.ts";

describe("application.explains-repeated-event", () => {
  it("passes a message that says why", () => {
    expect(
      verdictOf(
        explainsRepeatedEvent,
        caseOf("uc2.repeated-event", {
          repeat: repeated({ status: 400, body: refusal("This assessment was already started.") }),
        }),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails one that says only that something is wrong", () => {
    expect(
      verdictOf(
        explainsRepeatedEvent,
        caseOf("uc2.repeated-event", {
          repeat: repeated({ status: 400, body: refusal("The request is invalid.") }),
        }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.body.error.userMessage" });
  });

  it("fails a refusal without a message", () => {
    expect(
      verdictOf(
        explainsRepeatedEvent,
        caseOf("uc2.repeated-event", { repeat: repeated({ status: 400 }) }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.body.error.userMessage" });
  });
});
