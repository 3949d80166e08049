import { expect, test } from "vitest";
import { plantTree } from "../plant-tree.ts";
import { hasNoImportCycle } from "./has-no-import-cycle.ts";

test("names both files of a cycle, of types too", async () => {
  const root = plantTree({
    "packages/foundation/src/left.ts":
      '\n\nimport { right } from "./right.ts";\nexport const left = (): unknown => right;\n',
    "packages/foundation/src/right.ts":
      'import type { left } from "./left.ts";\nexport const right = 1 as unknown as typeof left;\n',
    "packages/foundation/src/free.ts":
      'import { right } from "./right.ts";\nexport const free = right;\n',
  });
  const { filesSeen, findings } = await hasNoImportCycle(root);
  expect(filesSeen).toBe(3);
  expect(findings.map(({ path, line }) => `${path}:${line}`)).toEqual([
    "packages/foundation/src/left.ts:3",
    "packages/foundation/src/right.ts:1",
  ]);
});
