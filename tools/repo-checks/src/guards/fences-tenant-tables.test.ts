import { expect, test } from "vitest";
import { placesIn } from "../places-in.ts";
import { fencesTenantTables } from "./fences-tenant-tables.ts";

test("names a customer's table without its key or its fence", async () => {
  const text = [
    "export const tables = [",
    "  `create table profile (",
    "    customer_id text not null,",
    "    id bigint not null check (id > 0),",
    "    primary key (customer_id, id)",
    "  )`,",
    "  `create table note (",
    "    customer_id text not null,",
    "    id bigint primary key",
    "  )`,",
    "  `create table pack (",
    "    id text primary key",
    "  )`,",
    "  `create table tenant (",
    "    customer_id text primary key,",
    "    name text not null",
    "  )`,",
    "];",
    'export const secured = ["profile"];',
  ].join("\n");
  expect(
    await placesIn(fencesTenantTables, { "packages/database/src/migrations/0001-first.ts": text }),
  ).toEqual([
    "packages/database/src/migrations/0001-first.ts:7 (id).",
    "packages/database/src/migrations/0001-first.ts:7 it on no list of secured tables.",
  ]);
});
