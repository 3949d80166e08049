import { describe, expect, it } from "vitest";

import { caseOf, verdictOf } from "../../evidence/evidence.world.ts";
import { back, completed, visited } from "../evidence/application.world.ts";
import { bringsCandidateBack } from "./brings-candidate-back.check.ts";

describe("application.brings-candidate-back", () => {
  it("passes a way that ends at the portal", () => {
    expect(
      verdictOf(
        bringsCandidateBack,
        caseOf("uc1.end-to-end", {
          event: completed(),
          "page-1": visited("return"),
          return: back(),
        }),
      ),
    ).toStrictEqual({ kind: "pass" });
  });

  it("fails a page that leads nowhere", () => {
    expect(
      verdictOf(
        bringsCandidateBack,
        caseOf("uc1.end-to-end", { event: completed(), "page-1": visited("nowhere", 200) }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.headers.Location" });
  });

  it("fails a link that was used before", () => {
    expect(
      verdictOf(
        bringsCandidateBack,
        caseOf("uc1.end-to-end", {
          event: completed(),
          "page-1": visited("return"),
          return: back("used"),
        }),
      ),
    ).toMatchObject({ kind: "fail", where: "answer.headers.Location" });
  });

  it("judges nothing where no page was opened", () => {
    expect(
      verdictOf(
        bringsCandidateBack,
        caseOf("uc1.end-to-end", { event: completed({ status: 400 }) }),
      ),
    ).toMatchObject({ kind: "not-exercised" });
  });
});
