import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { namesExistingPaths } from "./names-existing-paths.ts";

test("names paths in quotes and links that lead nowhere", async () => {
  const text = [
    "Read `packages/a/src/a.ts` and `packages/a/src/gone.ts`.",
    "See [the decision](decisions/0001-x.md), [the tour](./tours/gone.md) and [the web](https://example.test/).",
    "A page is `docs/decisions/<number>.md`; run `npm test`; line `packages/a/src/a.ts:3`; folder `packages/a/`.",
  ].join("\n");
  expect(
    await placesIn(namesExistingPaths, {
      "docs/map.md": text,
      "docs/decisions/0001-x.md": "",
      "packages/a/src/a.ts": "",
    }),
  ).toEqual(["docs/map.md:1 packages/a/src/gone.ts.", "docs/map.md:2 docs/tours/gone.md."]);
});
