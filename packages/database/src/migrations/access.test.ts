import { randomBytes } from "node:crypto";

import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

import { clientOptions } from "../connection.ts";
import { migrate } from "../migrate.ts";
import { testServer } from "../testing/create-test-database.ts";
import { allMigrations } from "./all-migrations.ts";

const name = `test_access_${randomBytes(6).toString("hex")}`;
const connection = { ...testServer(), database: name };

let server: pg.Client;
let client: pg.Client;

beforeAll(async () => {
  server = new pg.Client(clientOptions({ ...testServer(), database: "postgres" }));
  await server.connect();
  await server.query(`create database ${name}`);
  await migrateBefore("0016-access");
  client = new pg.Client(clientOptions(connection));
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await server?.query(`drop database ${name} with (force)`);
  await server?.end();
});

/** Brings the database to where the version before this migration left it. */
async function migrateBefore(migration: string): Promise<void> {
  const before = Object.entries(allMigrations).filter(([one]) => one < migration);
  const pool = new pg.Pool(clientOptions(connection));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(before) },
  }).migrateToLatest();
  await db.destroy();
  expect(error).toBeUndefined();
}

it("makes an organisation of each name on record, and none of what is nobody's", async () => {
  await client.query("insert into customer values (gen_random_uuid(), 'Initech', '2026-01-01Z')");
  await client.query(`
    insert into integration (id, name, framework, connector_type, path, organisation, for_customer, created_at)
    select gen_random_uuid(), name, 'prime-assessment', 'prime', path, organisation,
      case when path = 'customer-specific' then (select id from customer) end, '2026-02-03Z'
    from (values
      ('One', 'programme-defined', 'Acme'), ('Two', 'customer-specific', 'ACME'),
      ('Three', 'customer-specific', 'Initech'), ('Four', 'programme-defined', 'unnamed'),
      ('Five', 'programme-defined', 'programme')
    ) as registered (name, path, organisation)`);
  await client.query("insert into api_token values ('\\x01', 'slw_1234', 'admin', '2026-01-01Z')");
  await migrate(connection);
  const organisations = await client.query("select name, kind from organisation order by kind");
  expect(organisations.rows).toEqual([
    { name: "Initech", kind: "customer" },
    { name: expect.stringMatching(/^acme$/iu), kind: "partner" },
    { name: "programme", kind: "programme" },
  ]);
  const strays = await client.query(
    `select integration.name from integration
      left join organisation on organisation.name = integration.organisation
      where organisation.id is null`,
  );
  expect(strays.rows).toEqual([{ name: "Four" }]);
  const tokens = await client.query("select account_id, expires_at, revoked_at from api_token");
  expect(tokens.rows).toEqual([{ account_id: null, expires_at: null, revoked_at: null }]);
});
