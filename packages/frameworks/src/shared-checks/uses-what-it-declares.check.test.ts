import { describe, expect, it } from "vitest";

import { conclusionsOf, contextOf, runOf } from "../evidence/evidence.world.ts";
import { read, resultWrite, toAts, use } from "../evidence/exchange.world.ts";
import { usesWhatItDeclares } from "./uses-what-it-declares.check.ts";

describe("fields.uses-what-it-declares", () => {
  it("passes when each entry was used in one of the tenants", () => {
    const run = runOf({ a: [toAts()], b: [resultWrite({ region: "b" })] });
    expect(conclusionsOf(usesWhatItDeclares, run)).toStrictEqual([{ kind: "pass" }]);
  });

  it("warns of entries that were not used, or not with their access", () => {
    const rows = read("applicantworkflows", "assessmentresults");
    const run = runOf({ a: [toAts({ access: [rows] })], b: [] });
    expect(conclusionsOf(usesWhatItDeclares, run)).toMatchObject([
      {
        kind: "warn",
        arrived:
          "person.firstname (read) was not used, applicantworkflow.assessmentresults (read-write) was not written",
        where: "declaration.manifest",
      },
    ]);
  });

  it("counts a use for a collection and for its child, where both are declared", () => {
    const declare = (field: string) =>
      ({ profileType: "applicantworkflow", field, access: "read-write", required: false }) as const;
    const manifest = [declare("assessmentresults"), declare("assessmentresults.assessmentscore")];
    const child = use("applicantworkflow", "assessmentresults.assessmentscore", "written");
    const run = runOf({ a: [resultWrite({ access: [child] })], b: [] });
    const context = contextOf({ manifest });
    expect(conclusionsOf(usesWhatItDeclares, run, context)).toStrictEqual([{ kind: "pass" }]);
  });

  it("does not judge a partner that never called", () => {
    expect(conclusionsOf(usesWhatItDeclares, runOf({ a: [], b: [] }))).toMatchObject([
      { kind: "not-exercised" },
    ]);
  });
});
