import { sql, type Kysely } from "kysely";

/**
 * Applications that candidates completed and that wait for them to come back from a partner's page: by whose token, until when, and
 * since when they are submitted. `delivery.location` is where an answer sends its receiver, for the candidate who follows it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (const table of securedTables) {
    const name = sql.table(table);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`create policy own_rows on ${name} using (customer_id = current_setting('slipway.customer_id', true))`.execute(
      db,
    );
    await sql`grant select, insert, update, delete on ${name} to slipway_tenant`.execute(db);
  }
}

const securedTables = ["application"];

const statements = [
  `create table application (
    customer_id text not null,
    workflow_id bigint not null,
    job_id bigint not null,
    token_digest text not null,
    completed_at timestamptz not null,
    session_ends_at timestamptz not null,
    submitted_at timestamptz,
    primary key (customer_id, workflow_id)
  )`,
  `alter table delivery add column location text`,
];
