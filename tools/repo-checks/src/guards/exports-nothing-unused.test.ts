import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { exportsNothingUnused } from "./exports-nothing-unused.ts";

const configuration = readFileSync(join(import.meta.dirname, "../../../../knip.json"), "utf8");

test("names unused exports and files, under the configuration of the repository", async () => {
  expect(
    await placesIn(exportsNothingUnused, {
      "package.json": '{ "name": "planted", "private": true, "workspaces": ["packages/*"] }',
      "knip.json": configuration,
      "packages/foundation/src/index.ts": 'export { used } from "./used.ts";\n',
      "packages/foundation/src/used.ts":
        "export const used = 1;\n\nexport const spare = 2;\nexport type Spare = 3;\n",
      "packages/foundation/src/alone.ts": "export const alone = 1;\n",
      "packages/foundation/src/used.test.ts": "export {};\n",
    }),
  ).toEqual([
    "packages/foundation/src/alone.ts:1 one that is neither. Remove it.",
    "packages/foundation/src/used.ts:3 spare unused. Remove it, or its export.",
    "packages/foundation/src/used.ts:4 Spare unused. Remove it, or its export.",
  ]);
});
