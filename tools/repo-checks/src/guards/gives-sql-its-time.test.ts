import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { givesSqlItsTime } from "./gives-sql-its-time.ts";

test("names a statement that reads the database's clock, at its line", async () => {
  const text = [
    "export const a = sql`",
    "  update delivery",
    "  set lease_until = now() + ${lease}`;",
    'export const b = "insert into t (at) values (CURRENT_TIMESTAMP)";',
    "export const c = clock.now();",
    "export const d = sql`select ${clock.now()}`;",
    "export const e = `create table t (at timestamptz default clock_timestamp())`;",
  ].join("\n");
  expect(await placesIn(givesSqlItsTime, { "packages/a/src/a.ts": text })).toEqual([
    "packages/a/src/a.ts:3 now(). Pass clock.now().",
    "packages/a/src/a.ts:4 CURRENT_TIMESTAMP. Pass clock.now().",
    "packages/a/src/a.ts:7 clock_timestamp(). Pass clock.now().",
  ]);
});
