import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";

import { clientOptions, type Connection } from "./connection.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { NewerDataProblem } from "./newer-data.problem.ts";

/**
 * Brings a database to this version: creates the role `slipway_tenant` where it is missing, then runs what has not run yet.
 * Refuses, with `DATABASE-DATA-NEWER` and nothing changed, data that a newer version has written.
 */
export async function migrate(connection: Connection): Promise<readonly string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ ...clientOptions(connection), max: 1 }) }),
  });
  try {
    await refuseNewerData(db);
    await ensureTenantRole(db);
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ ...allMigrations }) },
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw asError(error);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

async function refuseNewerData(db: Kysely<unknown>): Promise<void> {
  const table = await sql<{
    found: string | null;
  }>`select to_regclass('kysely_migration')::text as found`.execute(db);
  if (table.rows[0]?.found === null || table.rows[0] === undefined) return;
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.map((row) => row.name).filter((name) => !(name in allMigrations));
  if (unknown.length > 0) throw new NewerDataProblem(unknown);
}

async function ensureTenantRole(db: Kysely<unknown>): Promise<void> {
  // Several databases of one server may be migrated side by side: the role belongs to the server.
  await sql`
    do $$ begin
      create role slipway_tenant nologin;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db);
  await sql`
    do $$ begin
      execute format('grant slipway_tenant to %I', current_user);
    end $$`.execute(db);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
