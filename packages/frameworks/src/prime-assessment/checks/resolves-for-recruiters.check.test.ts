import { describe, expect, it } from "vitest";

import { caseOf, ordered, verdictOf } from "../../evidence/evidence.world.ts";
import { refusal, toPartner } from "../../evidence/exchange.world.ts";
import { resolvesForRecruiters } from "./resolves-for-recruiters.check.ts";

function refusedWith(message: string, shown: string) {
  const call = toPartner({ status: 400, body: refusal(message) });
  return caseOf("uc3.blank:person.email", { order: ordered(call, shown) });
}

describe("messages.resolves-for-recruiters", () => {
  it("passes a message in which every token became a label", () => {
    const evidence = refusedWith("Fill in {{person.email}}.", "Fill in Correo.");
    expect(verdictOf(resolvesForRecruiters, evidence)).toStrictEqual({ kind: "pass" });
  });

  it("fails tokens that stand for nothing, each once", () => {
    const evidence = refusedWith(
      "Fill in {{candidate.mail}}.",
      "Fill in {{candidate.mail}} and {{candidate.mail}}.",
    );
    expect(verdictOf(resolvesForRecruiters, evidence)).toMatchObject({
      kind: "fail",
      arrived: expect.stringMatching(/^\{\{candidate\.mail\}\}, which stayed as it is/u),
      where: "answer.body.error.userMessage",
    });
  });

  it("reads the repeat where the repeat was refused", () => {
    const call = toPartner({ status: 400, body: refusal("Ordered already.") });
    const evidence = caseOf("uc2.repeated-order", {
      order: ordered(toPartner()),
      repeat: ordered(call, "Ordered already."),
    });
    expect(verdictOf(resolvesForRecruiters, evidence)).toStrictEqual({ kind: "pass" });
  });
});
