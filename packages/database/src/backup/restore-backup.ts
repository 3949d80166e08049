import { isDeepStrictEqual } from "node:util";

import { sql, type Kysely } from "kysely";
import pg from "pg";

import { clientOptions, type Connection } from "../connection.ts";
import { ensureTenantRole } from "../migrate.ts";
import { allMigrations } from "../migrations/all-migrations.ts";
import { NewerDataProblem } from "../newer-data.problem.ts";
import type { Queries } from "../schema.ts";
import { openCursor, type ArchiveCursor } from "./archive-cursor.ts";
import { BackupBrokenProblem, DatabaseNotEmptyProblem } from "./backup.problems.ts";
import { entryNames, type BackupHead } from "./backup-contents.ts";
import { loadSequences, loadTables } from "./load-tables.ts";
import { parseChecksums, parseHead, parseSequences } from "./parse-backup.ts";
import { queriesOn } from "./queries-on.ts";
import { readArchive } from "./read-archive.ts";

export interface RestoreOptions {
  /** Of an empty database. */
  readonly connection: Connection;
  readonly file: string;
  readonly at: Date;
  /** Looks at what the archive says of itself before anything is written; may refuse by throwing. */
  readonly accept: (head: BackupHead) => Promise<void>;
  /** Sets right, in the transaction that restores, what cannot go on as it stood when the backup was made. */
  readonly settle: (queries: Queries) => Promise<void>;
}

/** What was restored. */
export interface Restored {
  readonly head: BackupHead;
  readonly rows: Readonly<Record<string, number>>;
  /** Migrations that came since the backup, and were run on what was restored. */
  readonly migrated: readonly string[];
  /** Files from outside the database, by name. */
  readonly keys: Readonly<Record<string, Buffer>>;
}

/**
 * Restores a backup of this version or an older one into an empty database, and brings it to this version. All of it happens in
 * one transaction, which is committed when every row and every byte has been held against the archive's own account of them;
 * whatever goes wrong before leaves the database as empty as it was. Throws a BackupProblem or a NewerDataProblem.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const client = new pg.Client(clientOptions(options.connection));
  // The statement under which it breaks fails and says so.
  client.on("error", () => undefined);
  await client.connect();
  const entries = readArchive(options.file);
  try {
    await client.query("begin");
    const restored = await restoreInto(client, openCursor(entries), options);
    await client.query("commit");
    // Without it the first questions would be planned as for empty tables.
    await client.query("analyze");
    return restored;
  } finally {
    await entries.return(undefined);
    // What was not committed is rolled back with the connection.
    await client.end();
  }
}

async function restoreInto(
  client: pg.Client,
  cursor: ArchiveCursor,
  { at, accept, settle }: RestoreOptions,
): Promise<Restored> {
  const head = parseHead(await cursor.take(entryNames.head));
  refuseNewer(head);
  await refuseTables(client);
  await accept(head);
  const queries = queriesOn<unknown>(client);
  await ensureTenantRole(queries);
  await createRecord(queries);
  for (const name of head.migrations) await allMigrations[name]?.up(queries);
  const rows = await loadTables(client, head, cursor);
  await loadSequences(client, parseSequences(await cursor.take(entryNames.sequences)));
  const keys: Record<string, Buffer> = {};
  for await (const { name, content } of cursor.takeAll(entryNames.key("")))
    keys[name.slice(entryNames.key("").length)] = content;
  await checkEnd(cursor, rows);
  const migrated = await migrateFurther(queries, head, at);
  await settle(queriesOn(client));
  return { head, rows, migrated, keys };
}

function refuseNewer({ migrations }: BackupHead): void {
  const unknown = migrations.filter((name) => !Object.hasOwn(allMigrations, name));
  if (unknown.length > 0) throw new NewerDataProblem(unknown);
}

async function refuseTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ readonly name: string }>(
    `select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') order by relname`,
  );
  if (rows.length > 0) throw new DatabaseNotEmptyProblem(rows.map(({ name }) => name));
}

/** The tables in which the migrator keeps what has run, as it makes them itself. */
async function createRecord(queries: Kysely<unknown>): Promise<void> {
  await sql`create table kysely_migration (
    name varchar(255) not null primary key, timestamp varchar(255) not null)`.execute(queries);
  await sql`create table kysely_migration_lock (
    id varchar(255) not null primary key, is_locked integer not null default 0)`.execute(queries);
}

async function migrateFurther(
  queries: Kysely<unknown>,
  { migrations }: BackupHead,
  at: Date,
): Promise<readonly string[]> {
  const missing = Object.keys(allMigrations)
    .filter((name) => !migrations.includes(name))
    .toSorted();
  for (const name of missing) {
    await allMigrations[name]?.up(queries);
    // The migrator wants its record in order, also where the backup comes from a machine whose clock is ahead.
    await sql`insert into kysely_migration
      select ${name}, greatest(max(timestamp), ${at.toISOString()}) from kysely_migration`.execute(
      queries,
    );
  }
  return missing;
}

/** The archive's last entry, by which one that was cut short or altered is known. */
async function checkEnd(
  cursor: ArchiveCursor,
  rows: Readonly<Record<string, number>>,
): Promise<void> {
  const digests = { ...cursor.digests() };
  const told = parseChecksums(await cursor.take(entryNames.checksums));
  if ((await cursor.peek()) !== undefined)
    throw new BackupBrokenProblem("something behind its end");
  const altered = Object.keys({ ...digests, ...told.entries }).filter(
    (name) => digests[name] !== told.entries[name],
  );
  if (altered.length > 0)
    throw new BackupBrokenProblem(`other bytes than were written in ${altered.join(", ")}`);
  if (!isDeepStrictEqual(rows, told.rows))
    throw new BackupBrokenProblem("another number of rows than was written");
}
