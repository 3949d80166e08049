import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { skipsNoTest } from "./skips-no-test.ts";

test("names every way to switch a test off", async () => {
  const text = [
    'test("runs", () => {});',
    'test.skip("a", () => {});',
    'describe.only("b", () => {});',
    'test.concurrent.todo("c");',
    'it.skipIf(true)("d", () => {});',
    'test("e", (ctx) => ctx.skip());',
    'test.each([1])("f", () => list.only());',
  ].join("\n");
  const planted = {
    "packages/a/src/a.test.ts": text,
    // The exceptions, so that each row in the list has something to excuse.
    "journeys/src/authentication/signed-calls.test.ts": 'describe.skipIf(true)("h", () => {});',
    "journeys/src/python-partner/python-partner.test.ts": 'describe.skipIf(true)("g", () => {});',
  };
  expect(await placesIn(skipsNoTest, planted)).toEqual([
    "packages/a/src/a.test.ts:2 test.skip. Mend the test or remove it.",
    "packages/a/src/a.test.ts:3 describe.only. Mend the test or remove it.",
    "packages/a/src/a.test.ts:4 test.todo. Mend the test or remove it.",
    "packages/a/src/a.test.ts:5 it.skipIf. Mend the test or remove it.",
    "packages/a/src/a.test.ts:6 ctx.skip. Mend the test or remove it.",
  ]);
});
