import { describe, expect, it } from "vitest";

import { conclusionsOf, runOf } from "../evidence/evidence.world.ts";
import { toAts, use } from "../evidence/exchange.world.ts";
import { namesFieldsItReads } from "./names-fields-it-reads.check.ts";

function byDefault(noun: string, ...fields: readonly string[]) {
  const access = fields.map((field) => use(noun, field, "delivered-by-default"));
  return runOf({ a: [toAts({ query: "", access })], b: [toAts({ region: "b" })] });
}

describe("fields.names-fields-it-reads", () => {
  it("passes a default set in which every field is declared", () => {
    expect(conclusionsOf(namesFieldsItReads, byDefault("people", "firstname"))).toStrictEqual([
      { region: "a", kind: "pass" },
      { region: "b", kind: "pass" },
    ]);
  });

  it("warns of undeclared ones and gives the query to send", () => {
    expect(
      conclusionsOf(namesFieldsItReads, byDefault("people", "firstname", "gender")),
    ).toMatchObject([
      {
        region: "a",
        kind: "warn",
        arrived: expect.stringContaining("person.gender (1 call)"),
        where: "request.query",
        toDo: "Read person with fields=firstname.",
      },
      { region: "b", kind: "pass" },
    ]);
  });

  it("says when no field of a type is declared", () => {
    expect(conclusionsOf(namesFieldsItReads, byDefault("jobs", "jobtitle"))[0]).toMatchObject({
      kind: "warn",
      toDo: "Do not read job: the manifest declares none of its fields.",
    });
  });
});
