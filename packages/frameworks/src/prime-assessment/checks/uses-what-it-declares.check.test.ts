import { describe, expect, it } from "vitest";

import { conclusionsOf, runOf } from "../evidence/evidence.world.ts";
import { read, resultWrite, toAts } from "../evidence/exchange.world.ts";
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

  it("does not judge a partner that never called", () => {
    expect(conclusionsOf(usesWhatItDeclares, runOf({ a: [], b: [] }))).toMatchObject([
      { kind: "not-exercised" },
    ]);
  });
});
