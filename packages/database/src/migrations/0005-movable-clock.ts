import { sql, type Kysely } from "kysely";

/**
 * The installation's clock in one row, a tenant's in its own. `version` counts every move of any of them; a process writes into
 * `clock_listener` up to which it follows, and counts its looks, so that a dead one is told from a slow one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table installation_clock (
    only_row boolean primary key default true check (only_row),
    offset_ms bigint not null default 0,
    frozen_at timestamptz,
    version bigint not null default 0
  )`,
  `insert into installation_clock default values`,
  `alter table tenant add column clock_frozen_at timestamptz`,
  `create table clock_listener (
    id uuid primary key,
    seen_version bigint not null,
    looks bigint not null default 1
  )`,
];
