import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { exportsByName } from "./exports-by-name.ts";

test("names default exports, star exports and folder barrels", async () => {
  expect(
    await placesIn(exportsByName, {
      "packages/a/src/index.ts":
        'export { one } from "./one.ts";\nexport * from "./two.ts";\nexport * as three from "./two.ts";\n',
      "packages/a/src/one.ts": "export const one = 1;\n\nexport default one;\n",
      "packages/a/src/two/index.ts": "export const two = 2;\n",
    }),
  ).toEqual([
    "packages/a/src/index.ts:2 export *.",
    "packages/a/src/index.ts:3 export *.",
    "packages/a/src/one.ts:3 a default export.",
    "packages/a/src/two/index.ts:1 it in a folder. Import the files themselves.",
  ]);
});
