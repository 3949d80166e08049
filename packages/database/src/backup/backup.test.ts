import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { packTar, unpackTar } from "modern-tar";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { clientOptions, type Connection } from "../connection.ts";
import type { Database } from "../database.ts";
import { migrate } from "../migrate.ts";
import { createTestDatabase, testServer } from "../testing/create-test-database.ts";
import { migrateTo } from "../testing/migrate-to.ts";
import { restoreBackup, type Restored } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const at = new Date("2026-11-28T10:00:00.000Z");
const awkward = 'tab\t newline\n backslash \\. quote " \\N ü 🚢';

let database: Database;
let folder: string;
let file: string;
let target: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "slipway-backup-"));
  file = join(folder, "backup.tar");
  target = `test_restored_${randomBytes(6).toString("hex")}`;
  await administer(`create database ${target}`);
});

afterEach(async () => {
  await administer(`drop database ${target} with (force)`);
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function administer(statement: string): Promise<void> {
  await ask({ ...testServer(), database: "postgres" }, statement);
}

async function ask<Row extends object>(
  connection: Connection,
  statement: string,
): Promise<readonly Row[]> {
  const client = new pg.Client(clientOptions(connection));
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

const restored = (): Connection => ({ ...testServer(), database: target });

const backUp = async (connection = database.connection): Promise<void> => {
  await writeBackup({
    connection,
    file,
    writtenBy: "0.1.0",
    at,
    keys: { "secret.key": Buffer.from("a key") },
    keyFingerprint: "0011223344556677",
  });
};

const restore = async (): Promise<Restored> =>
  restoreBackup({
    connection: restored(),
    file,
    at,
    accept: async () => undefined,
    settle: async () => undefined,
  });

const tablesOf = async (connection: Connection): Promise<readonly string[]> =>
  (
    await ask<{ name: string }>(
      connection,
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    )
  ).map(({ name }) => name);

/** Every row of every table, as PostgreSQL writes it. */
async function contentsOf(connection: Connection): Promise<Readonly<Record<string, unknown>>> {
  const contents: Record<string, unknown> = {};
  for (const table of await tablesOf(connection)) {
    if (table === "clock_listener") continue;
    contents[table] = await ask(connection, `select t::text from ${table} t order by 1`);
  }
  return contents;
}

/** Something in tables that refer to each other, that triggers watch, that count by themselves. */
const rows = `
  insert into installation values (true, '00000000-0000-7000-8000-000000000001', '2026-01-01');
  update installation_clock set offset_ms = 86400000, version = 3;
  insert into integration (id, name, framework, connector_type, created_at)
    values ('00000000-0000-7000-8000-000000000002', E'${awkward.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t")}', 'prime-assessment', 'prime', '2026-01-01 10:00:00.123456+00');
  insert into sandbox values ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 1, '\\x00ff', '2026-01-01');
  insert into tenant (customer_id, sandbox_id, region, name, public_base, settings, created_at)
    values (nextval('tenant_number')::text, '00000000-0000-7000-8000-000000000003', 'a', 'A', 'http://a', '{"a": [1, null, "\\u00fc"]}', '2026-01-01');
  insert into indexed_field values ('6101', 'people', 'email');
  insert into profile (customer_id, type, id, doc, created_at, updated_at)
    values ('6101', 'people', 10000, '{"email": "Ada@example.test"}', '2026-01-01', '2026-01-01'),
      ('6101', 'applicantworkflows', 1, '{"associatedprofile": 10000, "baseprofile": 7}', '2026-01-01', '2026-01-01');
  insert into workflow_status_log (customer_id, workflow_id, status, changed_at, changed_by)
    select '6101', 1, 'S' || n, '2026-01-01', 1 from generate_series(1, 3) n;
  insert into clock_listener values ('00000000-0000-7000-8000-000000000009', 1, 1);
  insert into exchange_body select '6101', gen_random_uuid(), repeat(md5(n::text), 2000), null from generate_series(1, 100) n;
`;

describe("a backup that is restored", () => {
  beforeEach(async () => {
    await ask(database.connection, rows);
  });

  it("has every row of every table, byte for byte", async () => {
    await backUp();
    const { rows: counts, migrated, keys } = await restore();
    expect(await contentsOf(restored())).toEqual(await contentsOf(database.connection));
    expect(counts).toMatchObject({ integration: 1, exchange_body: 100, workflow_status_log: 3 });
    expect(counts).not.toHaveProperty("clock_listener");
    expect(migrated).toEqual([]);
    expect(keys).toEqual({ "secret.key": Buffer.from("a key") });
  });

  it("goes on counting where the original was", async () => {
    await backUp();
    await restore();
    const next = "select nextval('tenant_number') as number";
    expect(await ask(restored(), next)).toEqual(await ask(database.connection, next));
    const log = `insert into workflow_status_log (customer_id, workflow_id, status, changed_at, changed_by)
      values ('6101', 1, 'S', '2026-01-02', 1) returning entry`;
    expect(await ask(restored(), log)).toEqual([{ entry: 4 }]);
  });

  it("has its triggers and rules again", async () => {
    await backUp();
    await restore();
    await ask(
      restored(),
      `insert into profile (customer_id, type, id, doc, created_at, updated_at)
        values ('6101', 'people', 10001, '{"email": "b@example.test"}', '2026-01-01', '2026-01-01')`,
    );
    expect(await ask(restored(), "select value from profile_value order by 1")).toEqual([
      { value: "ada@example.test" },
      { value: "b@example.test" },
    ]);
    await expect(ask(restored(), "delete from programme_history")).rejects.toThrow(
      "only ever added",
    );
    expect(await migrate(restored())).toEqual([]);
  });

  it("is one moment of a database that others write meanwhile", async () => {
    const writing = new AbortController();
    const write = async (): Promise<void> => {
      for (let n = 0; !writing.signal.aborted; n += 1) {
        await ask(
          database.connection,
          `with made as (insert into deadline (id, integration_id, kind, subject, recipient, state, opened_at)
              values (gen_random_uuid(), '00000000-0000-7000-8000-000000000002', 'k', '${n}', 'r', 'awaiting-notice', '2026-01-01') returning id)
            insert into deadline_history select id, 1, '2026-01-01', 'a', 'e', 'r', null, '{}' from made`,
        );
      }
    };
    const written = write();
    await backUp();
    writing.abort();
    await written;
    const { rows: counts } = await restore();
    expect(counts["deadline"]).toBe(counts["deadline_history"]);
  });

  it("of an older version is brought to this one", async () => {
    const older = `${target}_older`;
    let later: readonly string[] = [];
    await administer(`create database ${older}`);
    const connection = { ...testServer(), database: older };
    try {
      later = await migrateTo(connection, "0011-applications");
      await ask(
        connection,
        `insert into integration values ('00000000-0000-7000-8000-000000000002', 'Old', 'prime-assessment', 'prime', '2025-01-01')`,
      );
      await backUp(connection);
    } finally {
      await administer(`drop database ${older} with (force)`);
    }
    const { migrated } = await restore();
    expect(migrated).toEqual(later);
    expect(await ask(restored(), "select number, state from integration_version")).toEqual([
      { number: 1, state: "drafting" },
    ]);
    expect(await migrate(restored())).toEqual([]);
  });
});

describe("a restore that is refused", () => {
  const expectRefusal = async (code: string, text: string): Promise<void> => {
    const refused: unknown = await restore().catch((error: unknown) => error);
    expect(refused).toMatchObject({ code });
    expect(String(refused)).toContain(text);
  };

  it("finds a database with something in it, and leaves it as it is", async () => {
    await backUp();
    await ask(restored(), "create table mine as select 1 as one");
    await expectRefusal("RESTORE-DATABASE-NOT-EMPTY", "found mine.");
    expect(await tablesOf(restored())).toEqual(["mine"]);
  });

  it("was written by a newer version", async () => {
    await ask(database.connection, "insert into kysely_migration values ('9999-future', '')");
    await backUp();
    await expectRefusal("DATABASE-DATA-NEWER", "9999-future");
    expect(await tablesOf(restored())).toEqual([]);
  });

  it.each<[string, (bytes: Buffer) => Buffer | Promise<Buffer>, string]>([
    ["is no archive", () => Buffer.from("a text"), "backup"],
    ["ends in the middle", (bytes) => bytes.subarray(0, bytes.length / 2), "backup"],
    [
      "has an altered row",
      (bytes) => Buffer.from(bytes.toString("latin1").replace("ALTERED", "altered"), "latin1"),
      "other bytes than were written in tables/integration/000001",
    ],
    ["lacks its end", async (bytes) => without(bytes, "checksums.json"), '"checksums.json"'],
    ["lacks a table", async (bytes) => without(bytes, "tables/integration/000001"), "found"],
  ])("%s, and leaves nothing", async (_, spoil, text) => {
    await ask(
      database.connection,
      `insert into integration (id, name, framework, connector_type, created_at)
        values (gen_random_uuid(), 'ALTERED', 'f', 'c', '2026-01-01')`,
    );
    await backUp();
    await writeFile(file, await spoil(await readFile(file)));
    await expectRefusal("BACKUP-BROKEN", text);
    expect(await tablesOf(restored())).toEqual([]);
  });

  it("names a file that is not there", async () => {
    await expectRefusal("BACKUP-FILE-UNUSABLE", file);
  });
});

describe("the file of a backup", () => {
  it("is for its owner alone, and nothing lies beside it", async () => {
    await backUp();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["backup.tar"]);
  });

  it("is never written over", async () => {
    await writeFile(file, "mine");
    await expect(backUp()).rejects.toMatchObject({ code: "BACKUP-FILE-UNUSABLE" });
    expect(await readFile(file, "utf8")).toBe("mine");
  });

  it("does not stay behind a backup that failed", async () => {
    await ask(database.connection, "drop table kysely_migration");
    await expect(backUp()).rejects.toThrow("kysely_migration");
    expect(await readdir(folder)).toEqual([]);
  });
});

async function without(bytes: Buffer, name: string): Promise<Buffer> {
  const entries = await unpackTar(bytes);
  return Buffer.from(await packTar(entries.filter(({ header }) => header.name !== name)));
}
