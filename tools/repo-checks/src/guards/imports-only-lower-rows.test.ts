import { expect, test } from "vitest";
import { plantTree } from "../plant-tree.ts";
import { importsOnlyLowerRows } from "./imports-only-lower-rows.ts";

const foundation = { "packages/foundation/src/index.ts": "export const one = 1;\n" };

async function findingsIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await importsOnlyLowerRows(plantTree(files));
  return findings.map(({ path, line, message }) => `${path}:${line} ${message}`);
}

test("passes an import from a lower row and says how many modules it read", async () => {
  const root = plantTree({
    ...foundation,
    "packages/exchange/src/index.ts":
      'import { one } from "@slipway/foundation";\nexport const two = one + 1;\n',
  });
  expect(await importsOnlyLowerRows(root)).toEqual({ filesSeen: 2, findings: [] });
});

test("names an import from a higher row", async () => {
  expect(
    await findingsIn({
      "packages/foundation/src/index.ts":
        '\nimport { two } from "@slipway/exchange";\nexport const one = two;\n',
      "packages/exchange/src/index.ts": "export const two = 2;\n",
    }),
  ).toEqual([
    "packages/foundation/src/index.ts:2 Expected packages/foundation (row 1) to import lower rows only, " +
      "found packages/exchange on row 2. Let them meet one row up.",
  ]);
});

test("names an import on the same row, of a type too", async () => {
  expect(
    await findingsIn({
      "packages/exchange/src/index.ts": "export interface Two {}\n",
      "packages/ats-model/src/index.ts":
        'import type { Two } from "@slipway/exchange";\nexport type Three = Two;\n',
    }),
  ).toEqual([
    "packages/ats-model/src/index.ts:1 Expected packages/ats-model (row 2) to import lower rows only, " +
      "found packages/exchange on the same row. Let them meet one row up.",
  ]);
});

test("names a judge that imports the judged", async () => {
  expect(
    await findingsIn({
      "packages/sandbox-api/src/index.ts": "export const api = 1;\n",
      "packages/frameworks/src/index.ts": 'export { api } from "@slipway/sandbox-api";\n',
    }),
  ).toEqual([
    "packages/frameworks/src/index.ts:1 Expected the judge (packages/frameworks) never to import the judged " +
      "(packages/sandbox-api): they meet in recorded exchanges and over HTTP.",
  ]);
});

test("names a value that the sdk takes from ats-model, and lets a type pass", async () => {
  expect(
    await findingsIn({
      "packages/ats-model/src/index.ts": "export const nouns = [1];\nexport type Noun = string;\n",
      "packages/sdk/src/index.ts":
        'import type { Noun } from "@slipway/ats-model";\nexport type N = Noun;\n',
      "packages/sdk/src/client.ts":
        'import { nouns } from "@slipway/ats-model";\nexport const client = nouns;\n',
    }),
  ).toEqual([
    "packages/sdk/src/client.ts:1 Expected packages/sdk to import types alone of packages/ats-model (partners install " +
      "the sdk alone; it takes types of ats-model and nothing else of ours), found values.",
  ]);
});

test("names a path into another package", async () => {
  expect(
    await findingsIn({
      ...foundation,
      "packages/exchange/src/index.ts":
        'import { one } from "../../foundation/src/index.ts";\nexport const two = one;\n',
    }),
  ).toEqual([
    'packages/exchange/src/index.ts:1 Expected packages/foundation to be imported by its package name, found the path "../../foundation/src/index.ts".',
  ]);
});

test("names a command line that imports the server instead of starting it", async () => {
  const findings = await findingsIn({
    "packages/programme/src/index.ts": "export const p = 1;\n",
    "packages/cli/src/main.ts": 'import { p } from "@slipway/programme";\nexport const main = p;\n',
  });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toContain(
    "packages/cli/src/main.ts:1 Expected packages/cli to import only packages/foundation, packages/evidence, packages/platform-client",
  );
});

test("names a package that no row holds", async () => {
  const findings = await findingsIn({
    ...foundation,
    "packages/newcomer/src/index.ts": 'export { one } from "@slipway/foundation";\n',
  });
  expect(findings).toEqual([
    "packages/newcomer/src/index.ts:1 Expected packages/newcomer in a row of tools/repo-checks/src/house-rows.ts, found it in none (beside packages/foundation).",
  ]);
});

test("lets an example use the client and another example, and no more", async () => {
  expect(
    await findingsIn({
      ...foundation,
      "packages/platform-client/src/index.ts": "export const client = 1;\n",
      "examples/partner/src/index.ts": 'export { client } from "@slipway/platform-client";\n',
      "examples/demo/src/main.ts":
        'import { one } from "@slipway/foundation";\nexport const demo = one;\n',
    }),
  ).toEqual([
    "examples/demo/src/main.ts:1 Expected examples/demo to import only examples/*, packages/platform-client, packages/sdk " +
      "(an example is a partner: it has what partners have), found packages/foundation.",
  ]);
});
