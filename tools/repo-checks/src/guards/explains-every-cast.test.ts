import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { explainsEveryCast } from "./explains-every-cast.ts";

test("names a cast that no comment explains", async () => {
  const text = [
    "export const a = 1 as const;",
    "",
    "",
    "",
    "export const b = a as unknown as string;",
    "",
    "// Parsed on the line above.",
    "export const c = a as never;",
  ].join("\n");
  const places = await placesIn(explainsEveryCast, { "packages/a/src/a.ts": text });
  expect(new Set(places)).toEqual(new Set(["packages/a/src/a.ts:5 none."]));
});
