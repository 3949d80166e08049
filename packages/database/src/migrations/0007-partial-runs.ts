import { sql, type Kysely } from "kysely";

/**
 * What a run was started for: `selection` is null where it covers its whole pack. `cases` keeps the instances and parameters
 * of its scenarios as they were when it started; null in runs from before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table run add column selection jsonb, add column cases jsonb,
    add column parent_run_id uuid references run`,
];
