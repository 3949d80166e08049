import { describe, expect, it } from "vitest";

import { conclusionsOf, runOf } from "../evidence/evidence.world.ts";
import { resultWrite, toAts, use } from "../evidence/exchange.world.ts";
import { writesDeclaredFields } from "./writes-declared-fields.check.ts";

function written(field: string, how: "written" | "write-refused") {
  const call = toAts({ method: "PATCH", access: [use("people", field, how)] });
  return runOf({ a: [call], b: [resultWrite({ region: "b" })] });
}

describe("fields.writes-declared-fields", () => {
  it("passes the children of a collection that is declared as read-write", () => {
    const run = runOf({ a: [resultWrite()], b: [resultWrite({ region: "b" })] });
    expect(conclusionsOf(writesDeclaredFields, run)).toStrictEqual([
      { region: "a", kind: "pass" },
      { region: "b", kind: "pass" },
    ]);
  });

  it.each([
    ["lastname", "written"],
    ["lastname", "write-refused"],
    ["firstname", "written"],
  ] as const)("fails %s that is %s without being declared so", (field, how) => {
    expect(conclusionsOf(writesDeclaredFields, written(field, how))).toMatchObject([
      { region: "a", kind: "fail", arrived: `person.${field} (1 call)`, where: "request.body" },
      { region: "b", kind: "pass" },
    ]);
  });
});
