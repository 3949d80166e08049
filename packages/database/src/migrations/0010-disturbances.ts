import { sql, type Kysely } from "kysely";

/** What a scenario makes the sandbox answer to the next calls that concern one workflow: 429 or 503, so many times. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db);
  for (const table of securedTables) {
    const name = sql.table(table);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`create policy own_rows on ${name} using (customer_id = current_setting('slipway.customer_id', true))`.execute(
      db,
    );
  }
}

const securedTables = ["disturbance"];

const statement = `create table disturbance (
  customer_id text not null,
  workflow_id bigint not null,
  status integer not null check (status in (429, 503)),
  remaining integer not null check (remaining >= 0),
  primary key (customer_id, workflow_id)
)`;
