import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { keepsWordsOut } from "./keeps-words-out.ts";

test("names paths of a machine, registry hosts, marks of unfinished work and types switched off", async () => {
  const text = [
    `const data = "${["", "home", "someone", "slipway"].join("/")}";`,
    `see https://${["registry", "npmjs", "org"].join(".")}/x`,
    `// ${["FIX", "ME"].join("")} later`,
    `// ${["@ts", "ignore"].join("-")}`,
    `// ${["TO", "DO"].join("")}(0.2): drop this. ${["TO", "DO"].join("")} some day.`,
    "const socket = join(home, `work/x`); // ./work/home/y and docs/root/z are relative",
  ].join("\n");
  expect(
    await placesIn(keepsWordsOut, { "packages/a/src/a.ts": text, "package-lock.json": text }),
  ).toEqual([
    `packages/a/src/a.ts:1 an absolute path of somebody's machine: "${["", "home", "s"].join("/")}`,
    `packages/a/src/a.ts:2 the host of a package registry: ${["registry", "npmjs"].join(".")}`,
    `packages/a/src/a.ts:3 a mark of unfinished work: ${["FIX", "ME"].join("")}`,
    `packages/a/src/a.ts:4 types switched off: ${["@ts", "ignore"].join("-")}`,
    `packages/a/src/a.ts:5 work put off without the version in which it falls due: ${["TO", "DO"].join("")}`,
  ]);
});
