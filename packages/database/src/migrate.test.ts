import { randomBytes } from "node:crypto";

import pg from "pg";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";

import { clientOptions, type Connection } from "./connection.ts";
import { migrate } from "./migrate.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { NewerDataProblem } from "./newer-data.problem.ts";
import { testServer } from "./testing/create-test-database.ts";
import { migrateTo } from "./testing/migrate-to.ts";

const known = Object.keys(allMigrations);

let server: pg.Client;
let name: string;

beforeAll(async () => {
  server = new pg.Client(clientOptions({ ...testServer(), database: "postgres" }));
  await server.connect();
});

afterAll(async () => server?.end());

beforeEach(async () => {
  name = `test_empty_${randomBytes(6).toString("hex")}`;
  await server.query(`create database ${name}`);
});

afterEach(async () => server.query(`drop database ${name} with (force)`));

const empty = (user = testServer().user): Connection => ({ ...testServer(), user, database: name });

async function asking<Row extends object>(text: string): Promise<readonly Row[]> {
  const client = new pg.Client(clientOptions(empty()));
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** An integration with its sandbox, a tenant, a candidate, a run that ended and one that goes on, as the version before the lifecycle kept them. */
const earlierRows = `
  insert into integration values ('00000000-0000-7000-8000-000000000001', 'Earlier', 'prime-assessment', 'prime', '2026-01-01');
  insert into sandbox values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 1, '\\x00', '2026-01-01');
  insert into tenant (customer_id, sandbox_id, region, name, public_base, settings, created_at)
    values ('6101', '00000000-0000-7000-8000-000000000002', 'a', 'A', 'http://a', '{}', '2026-01-01');
  insert into profile (customer_id, type, id, doc, created_at, updated_at)
    values ('6101', 'people', 10000, '{"lastname": "Lovelace"}', '2026-01-01', '2026-01-01');
  insert into requirement_pack values ('prime-assessment', '2026.1', 'hash', '{}', '2026-01-01');
  insert into run (id, sandbox_id, framework, pack_id, pack_version, state, settings, declaration, started_at)
    select ('00000000-0000-7000-8000-00000000001' || n)::uuid, '00000000-0000-7000-8000-000000000002', 'prime-assessment',
      'prime-assessment', '2026.1', case n when 1 then 'finished' else 'driving' end, '{}', '{}', '2026-01-01'
    from generate_series(1, 2) n;
  insert into deadline (id, integration_id, kind, subject, recipient, state, opened_at)
    values ('00000000-0000-7000-8000-000000000021', '00000000-0000-7000-8000-000000000001', 'revalidation', 's', 'r', 'awaiting-notice', '2026-01-01');
`;

/** Everything a migration may change, but the bookkeeping of locks. */
const shape = async (): Promise<readonly object[]> =>
  asking(`
    select table_name, column_name, data_type, is_nullable from information_schema.columns
      where table_schema = 'public' union all
    select tablename, policyname, qual, cmd from pg_policies union all
    select 'kysely_migration', name, timestamp, '' from kysely_migration
    order by 1, 2`);

describe("migrating", () => {
  it("brings an empty database to this version, and says what ran", async () => {
    expect(await migrate(empty())).toEqual(known);
  });

  it("does nothing the second time", async () => {
    await migrate(empty());
    const before = await shape();
    expect(await migrate(empty())).toEqual([]);
    expect(await shape()).toEqual(before);
  });

  it("happens once when several processes start at the same time", async () => {
    const ran = await Promise.all([migrate(empty()), migrate(empty()), migrate(empty())]);
    expect(ran.flat()).toEqual(known);
  });

  it("refuses data of a newer version, names what it does not know and changes nothing", async () => {
    await migrate(empty());
    await asking(
      "insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00Z')",
    );
    const before = await shape();
    const refused: unknown = await migrate(empty()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(NewerDataProblem);
    expect(refused).toMatchObject({ code: "DATABASE-DATA-NEWER" });
    expect(String(refused)).toContain("9999-from-the-future");
    expect(await shape()).toEqual(before);
  });

  it("takes the data of an earlier version along, and gives them what they lack", async () => {
    const later = await migrateTo(empty(), "0011-applications");
    await asking(earlierRows);
    expect(await migrate(empty())).toEqual(later);
    expect(
      await asking("select path, organisation, contact from integration where name = 'Earlier'"),
    ).toEqual([{ path: "programme-defined", organisation: "unnamed", contact: null }]);
    expect(await asking("select number, state, facts from integration_version")).toEqual([
      { number: 1, state: "drafting", facts: {} },
    ]);
    expect(await asking("select state from integration_standing")).toEqual([{ state: "none" }]);
    expect(
      await asking(
        "select state, selection from run union all select doc ->> 'lastname', null from profile order by 1",
      ),
    ).toEqual([
      { state: "Lovelace", selection: null },
      { state: "driving", selection: null },
      { state: "finished", selection: null },
    ]);
  });

  it("needs no right to make roles where an operator has made ours", async () => {
    const owner = `test_owner_${randomBytes(6).toString("hex")}`;
    // The role itself is there since the test server's template was made.
    await server.query(`create role ${owner} login nosuperuser nocreaterole`);
    await server.query(`grant slipway_tenant to ${owner}`);
    await server.query(`alter database ${name} owner to ${owner}`);
    try {
      expect(await migrate(empty(owner))).toEqual(known);
      expect(await migrate(empty(owner))).toEqual([]);
    } finally {
      await server.query(`drop database ${name} with (force)`);
      await server.query(`drop role ${owner}`);
      await server.query(`create database ${name}`);
    }
  });
});
