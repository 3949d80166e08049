import { randomBytes } from "node:crypto";

import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";

import { clientOptions } from "../connection.ts";
import { openPool } from "../open-pool.ts";
import { testServer } from "../testing/create-test-database.ts";
import { allMigrations } from "./all-migrations.ts";

const before = "0012-lifecycle";
const acme = "0190a000-0000-7000-8000-000000000001";
const beta = "0190a000-0000-7000-8000-000000000002";
const deadline = "0190a000-0000-7000-8000-000000000003";

let server: pg.Client;
let name: string;
let db: Kysely<unknown>;

beforeEach(async () => {
  server = new pg.Client(clientOptions({ ...testServer(), database: "postgres" }));
  await server.connect();
  name = `test_old_${randomBytes(6).toString("hex")}`;
  await server.query(`create database ${name}`);
  const connection = { ...testServer(), database: name };
  db = new Kysely({ dialect: new PostgresDialect({ pool: openPool({ connection, size: 1 }) }) });
});
afterEach(async () => {
  await db.destroy();
  await server.query(`drop database ${name} with (force)`);
  await server.end();
});

it("makes a revalidation of what was asked by hand, and says of which kind validations were", async () => {
  const provider = { getMigrations: async () => ({ ...allMigrations }) };
  const migrator = new Migrator({ db, provider });
  expect((await migrator.migrateTo(before)).error).toBeUndefined();
  const at = "2027-01-10T12:00:00Z";
  for (const statement of [
    `insert into integration (id, name, framework, connector_type, created_at)
      values ('${acme}', 'Acme', 'prime-assessment', 'prime', '${at}'), ('${beta}', 'Beta', 'prime-assessment', 'prime', '${at}')`,
    `insert into deadline (id, integration_id, kind, subject, recipient, state, opened_at)
      values ('${deadline}', '${acme}', 'revalidation', 'a report', 'acme@example.test', 'awaiting-notice', '${at}')`,
    `insert into integration_standing (integration_id, state, facts)
      values ('${acme}', 'suspended', '{"before": {"kind": "revalidation-due", "version": 2, "deadlineId": "${deadline}"}}'),
        ('${beta}', 'revalidation-due', '{"version": 1, "deadlineId": "of nothing"}')`,
    `insert into integration_version (integration_id, number, state, facts, created_at)
      values ('${acme}', 1, 'approved', '{"runId": "x"}', '${at}'), ('${acme}', 2, 'submitted', '{}', '${at}'),
        ('${beta}', 1, 'declined', '{}', '${at}'), ('${beta}', 2, 'approved', '{}', '${at}')`,
  ])
    await sql.raw(statement).execute(db);
  expect((await migrator.migrateTo("0013-revalidation")).error).toBeUndefined();
  const asked = await sql`
    select integration_id, cause, subject, deadline_id, validated_version, state from revalidation`.execute(
    db,
  );
  expect(asked.rows).toEqual([
    {
      integration_id: acme,
      cause: "developer-support",
      subject: "a report",
      deadline_id: deadline,
      validated_version: 2,
      state: "open",
    },
  ]);
  const kinds = await sql`
    select facts from integration_version order by integration_id, number`.execute(db);
  expect(kinds.rows).toEqual([
    { facts: { runId: "x", validation: "initial" } },
    { facts: { validation: "revalidation" } },
    { facts: {} },
    { facts: { validation: "initial" } },
  ]);
});
