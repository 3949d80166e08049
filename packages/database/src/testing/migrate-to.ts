import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";

import type { Connection } from "../connection.ts";
import { allMigrations } from "../migrations/all-migrations.ts";
import { openPool } from "../open-pool.ts";

/** Brings an empty database to the version whose last migration this is; resolves to the names of those that come after it. */
export async function migrateTo(connection: Connection, last: string): Promise<readonly string[]> {
  const names = Object.keys(allMigrations).toSorted();
  const known = new Set(names.slice(0, names.indexOf(last) + 1));
  const migrations = Object.fromEntries(
    Object.entries(allMigrations).filter(([name]) => known.has(name)),
  );
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: openPool({ connection, size: 1 }) }),
  });
  try {
    const provider = { getMigrations: async () => migrations };
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error !== undefined)
      throw new Error(`Expected to get to ${last}, found a migration that fails`, { cause: error });
    return names.filter((name) => !known.has(name));
  } finally {
    await db.destroy();
  }
}
