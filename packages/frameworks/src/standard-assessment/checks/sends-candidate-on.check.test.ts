import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { completed } from "../evidence/application.world.ts";
import { sendsCandidateOn } from "./sends-candidate-on.check.ts";

describe("application.sends-candidate-on", () => {
  it("passes 303 to a page", () => {
    expect(
      verdictOf(sendsCandidateOn, caseOf("uc1.end-to-end", { event: completed() })),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails 200, with which the candidate takes no assessment", () => {
    expect(
      verdictOf(sendsCandidateOn, caseOf("uc1.end-to-end", { event: completed({ status: 200 }) })),
    ).toMatchObject({ kind: "fail", where: "answer.status" });
  });

  it("fails 303 without an address", () => {
    expect(
      verdictOf(
        sendsCandidateOn,
        caseOf("uc1.end-to-end", { event: completed({ next: "nowhere" }) }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.headers.Location" });
  });

  it("fails 303 straight back to the portal", () => {
    expect(
      verdictOf(
        sendsCandidateOn,
        caseOf("uc1.end-to-end", { event: completed({ next: "return" }) }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.headers.Location" });
  });
});
