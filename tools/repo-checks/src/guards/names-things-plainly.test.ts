import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { namesThingsPlainly } from "./names-things-plainly.ts";

test("passes the names of the house", async () => {
  expect(
    await placesIn(namesThingsPlainly, {
      "packages/a/src/retry-schedule.ts": "export const retrySchedule = 1;\n",
      "packages/a/src/profile.routes.ts": "export const profileRoutes = 1;\n",
      "packages/a/src/checks/rejects-bad-signature.check.ts":
        "export const rejectsBadSignature = 1;\n",
      "packages/a/src/page.problems.ts": "export class UnknownPage extends Error {}\n",
      "packages/a/src/main.ts": "export {};\n",
      "packages/a/src/hash-with-argon2.ts": "export function hashWithArgon2(): void {}\n",
      "packages/a/README.md": "",
    }),
  ).toEqual([]);
});

test("names drawers, other cases and numbered variants", async () => {
  expect(
    await placesIn(namesThingsPlainly, {
      "packages/a/src/utils/parse.ts": "export const parse = 1;\n",
      "packages/a/src/common.ts": "export const common = 1;\n",
      "packages/a/src/parseThing.ts": "export const parseThing = 1;\n",
      "packages/a/src/parse2.ts": "export const parse2 = 1;\n",
    }),
  ).toEqual([
    'packages/a/src/common.ts:1 the drawer "common".',
    'packages/a/src/parse2.ts:1 the numbered variant "parse2".',
    'packages/a/src/parseThing.ts:1 "parseThing.ts".',
    'packages/a/src/utils/parse.ts:1 the drawer "utils".',
  ]);
});

test("names a file whose exports are called otherwise", async () => {
  expect(
    await placesIn(namesThingsPlainly, {
      "packages/a/src/lease.ts": "export const one = 1;\nexport type Two = 2;\n",
    }),
  ).toEqual(["packages/a/src/lease.ts:1 one, Two."]);
});
