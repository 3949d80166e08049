import { describe, expect, it } from "vitest";

import { conclusionsOf, runOf } from "../evidence/evidence.world.ts";
import { read, resultWrite, toAts, use } from "../evidence/exchange.world.ts";
import { readsDeclaredFields } from "./reads-declared-fields.check.ts";

describe("fields.reads-declared-fields", () => {
  it("passes reads of declared fields, and of the children of a declared collection", () => {
    const children = read("applicantworkflows", "assessmentresults.assessmentname");
    const a = [toAts(), toAts({ access: [children] })];
    const b = [toAts({ region: "b" })];
    expect(conclusionsOf(readsDeclaredFields, runOf({ a, b }))).toStrictEqual([
      { region: "a", kind: "pass" },
      { region: "b", kind: "pass" },
    ]);
  });

  it("fails undeclared fields in the tenant where they were asked for, even when they came back empty", () => {
    const b = [
      toAts({ region: "b", access: [read("people", "birthdate")] }),
      toAts({ region: "b", access: [read("people", "birthdate"), read("jobs", "recruiter")] }),
    ];
    expect(conclusionsOf(readsDeclaredFields, runOf({ a: [toAts()], b }))).toMatchObject([
      { region: "a", kind: "pass" },
      {
        region: "b",
        kind: "fail",
        arrived: "person.birthdate (2 calls), job.recruiter (1 call)",
        where: "request.query",
      },
    ]);
  });

  it("leaves fields that came by default to a warning of their own", () => {
    const a = [toAts({ access: [use("people", "birthdate", "delivered-by-default")] })];
    expect(conclusionsOf(readsDeclaredFields, runOf({ a, b: [] }))[0]).toMatchObject({
      kind: "pass",
    });
  });

  it("fails nobody for calls that fit no step", () => {
    const stray = toAts({ access: [read("people", "birthdate")] });
    const run = runOf({ a: [resultWrite()], b: [] }, { a: [stray], b: [] });
    expect(conclusionsOf(readsDeclaredFields, run)[0]).toMatchObject({ kind: "pass" });
  });

  it("does not pass a tenant in which nothing was called", () => {
    expect(conclusionsOf(readsDeclaredFields, runOf({ a: [], b: [] }))).toMatchObject([
      { region: "a", kind: "not-exercised" },
      { region: "b", kind: "not-exercised" },
    ]);
  });
});
