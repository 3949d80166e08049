import { afterAll, beforeAll, expect, it } from "vitest";

import type { Database } from "./database.ts";
import type { GroupedStatement } from "./grouped-writes.ts";
import { createTestDatabase } from "./testing/create-test-database.ts";
import { terminateBackends } from "./testing/terminate-backends.ts";

/** Takes packages; one whose id is taken gets no row, one with an empty name breaks a rule of the table. */
const addPackages: GroupedStatement = {
  name: "add-packages",
  text: `with given as materialized (
      select number::int as item, value as w from jsonb_array_elements($2::jsonb) with ordinality as given (value, number)),
    made as (
      insert into package (customer_id, package_id, name, active, synced_at)
      select $1, w ->> 'id', w ->> 'name', true, now() from given order by item on conflict do nothing returning package_id)
    select distinct on (package_id) item, package_id as id, pg_current_xact_id()::text as transaction from made join given on package_id = w ->> 'id'
    order by package_id, item`,
};

interface Added {
  readonly item: number;
  readonly id: string;
  readonly transaction: string;
}

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(`alter table package add constraint named check (name <> '')`);
});

afterAll(async () => database?.close());

const add = async (customerId: string, id: string, name = "Numbers"): Promise<Added | undefined> =>
  database.tenants.writeGrouped<Added>(customerId, addPackages, JSON.stringify({ id, name }));

const stored = async (customerId: string): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ package_id: string }>(
    "select package_id from package where customer_id = $1 order by package_id",
    [customerId],
  );
  return rows.map(({ package_id }) => package_id);
};

const many = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(3, "0")}`);

it("gives each caller its own row, of few transactions", async () => {
  const ids = many("p", 300);
  const rows = await Promise.all(ids.map(async (id) => add("7101", id)));
  expect(rows.map((row) => row?.id)).toEqual(ids);
  expect(await stored("7101")).toEqual(ids);
  expect(new Set(rows.map((row) => row?.transaction)).size).toBeLessThan(10);
});

it("gives no row to an item that the statement does not take", async () => {
  const [first, again, other] = await Promise.all([
    add("7102", "same"),
    add("7102", "same"),
    add("7102", "other"),
  ]);
  expect([first, again, other].map((row) => row?.id)).toEqual(["same", undefined, "other"]);
});

it("keeps customers apart", async () => {
  await Promise.all(["7103", "7104"].map(async (customer) => add(customer, `of-${customer}`)));
  expect([await stored("7103"), await stored("7104")]).toEqual([["of-7103"], ["of-7104"]]);
});

it("fails an item that breaks a rule by itself", async () => {
  const outcomes = await Promise.allSettled([
    add("7105", "a"),
    add("7105", "b"),
    add("7105", "nameless", ""),
    add("7105", "zero", "\u0000"),
    add("7105", "c"),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "rejected",
    "fulfilled",
  ]);
  expect(await stored("7105")).toEqual(["a", "b", "c"]);
});

it("sends items that are large together one by one", async () => {
  const name = "n".repeat(700_000);
  const rows = await Promise.all(many("l", 4).map(async (id) => add("7106", id, name)));
  expect(new Set(rows.map((row) => row?.transaction)).size).toBe(4);
});

it("fails everybody whose connection broke, and takes what comes later", async () => {
  const slow: GroupedStatement = {
    name: "slow",
    text: `select 1 as item, pg_sleep(30) where $1 <> '' and jsonb_array_length($2::jsonb) > 0`,
  };
  const write = async (): Promise<unknown> => database.tenants.writeGrouped("7107", slow, "{}");
  const underWay = Promise.allSettled([write()]);
  let ended = 0;
  while (ended === 0) ended = await terminateBackends(database, "%pg_sleep(30)%");
  expect((await underWay).map(({ status }) => status)).toEqual(["rejected"]);
  expect(await add("7107", "later")).toMatchObject({ id: "later" });
});
