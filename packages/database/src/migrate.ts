import { Kysely, PostgresDialect, sql } from "kysely";
import { Migrator } from "kysely/migration";

import type { Connection } from "./connection.ts";
import { allMigrations } from "./migrations/all-migrations.ts";
import { NewerDataProblem } from "./newer-data.problem.ts";
import { openPool } from "./open-pool.ts";

/**
 * Brings a database to this version: creates the role `slipway_tenant` where it is missing, then runs what has not run yet,
 * and returns the names of what ran. Several processes may do so at once. Refuses, with `DATABASE-DATA-NEWER` and nothing
 * changed, data that a newer version has written.
 */
export async function migrate(connection: Connection): Promise<readonly string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: openPool({ connection, size: 1 }) }),
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
  const { rows: tables } = await sql<{
    record: string | null;
  }>`select to_regclass('kysely_migration')::text as record`.execute(db);
  if (typeof tables[0]?.record !== "string") return;
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.map((row) => row.name).filter((name) => !Object.hasOwn(allMigrations, name));
  if (unknown.length > 0) throw new NewerDataProblem(unknown);
}

/** Where an operator made the role and gave it to ours, no more rights are needed than that. */
export async function ensureTenantRole(db: Kysely<unknown>): Promise<void> {
  // Several databases of one server may be migrated side by side, and the role belongs to the server.
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'slipway_tenant') then
        create role slipway_tenant nologin;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db);
  await sql`
    do $$ begin
      if not pg_has_role('slipway_tenant', 'SET') then
        execute format('grant slipway_tenant to %I', current_user);
      end if;
    end $$`.execute(db);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
