import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalJson } from "./canonical-json.ts";
import type { Json } from "./json.ts";

// What `JSON.parse` gives back: no -0, nothing undefined.
const values = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);

/** The same value with the members of its objects in the opposite order. */
function reversed(value: Json): Json {
  if (value === null || typeof value !== "object") return value;
  // Array.isArray does not narrow readonly arrays.
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member ?? null)]),
  );
}

describe("canonical JSON", () => {
  it("is JSON of the same value", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it("does not depend on the order in which members were set", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it.each<[Json, string]>([
    [{ b: 1, a: [2, { d: null, c: "x" }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ left: undefined, kept: true }, '{"kept":true}'],
    [
      { é: 1, z: 2, "€": 3, "\uD83D\uDE00": 4, "\uFB33": 5 },
      '{"z":2,"é":1,"€":3,"\uD83D\uDE00":4,"\uFB33":5}',
    ],
    ['a"\n', '"a\\"\\n"'],
    [{}, "{}"],
    [[], "[]"],
  ])("prints %j as %s", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
