import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { declaresWhatItImports } from "./declares-what-it-imports.ts";

const rootManifest = { "package.json": '{ "devDependencies": { "vitest": "5.1.1" } }' };

function manifest(dependencies: Readonly<Record<string, string>>): string {
  return JSON.stringify({ name: "@slipway/exchange", dependencies });
}

test("passes what is declared, what Node brings, and what the tests take from the root", async () => {
  expect(
    await placesIn(declaresWhatItImports, {
      ...rootManifest,
      "packages/exchange/package.json": manifest({ pg: "8.23.1", "@slipway/foundation": "0.1.0" }),
      "packages/exchange/src/index.ts":
        'import { join } from "node:path";\nimport pg from "pg";\nexport type { Json } from "@slipway/foundation";\n',
      "packages/exchange/src/index.test.ts": 'import { test } from "vitest";\n',
    }),
  ).toEqual([]);
});

test("names an import that is not declared", async () => {
  expect(
    await placesIn(declaresWhatItImports, {
      ...rootManifest,
      "packages/exchange/package.json": manifest({}),
      "packages/exchange/src/index.ts":
        '\nimport { a } from "@fastify/x/deep";\nconst b = await import("undici");\nexport { c } from "vitest";\n',
    }),
  ).toEqual([
    "packages/exchange/src/index.ts:2 no such entry. Declare it with its exact version.",
    "packages/exchange/src/index.ts:4 no such entry. Declare it with its exact version.",
    "packages/exchange/src/index.ts:3 no such entry. Declare it with its exact version.",
  ]);
});

test("names a dependency that nothing imports", async () => {
  expect(
    await placesIn(declaresWhatItImports, {
      ...rootManifest,
      "packages/exchange/package.json": manifest({ pg: "8.23.1", slipway: "0.1.0" }),
      "packages/exchange/src/index.ts": 'export const program = import.meta.resolve("slipway");\n',
    }),
  ).toEqual(['packages/exchange/package.json:1 none of "pg". Remove it.']);
});
