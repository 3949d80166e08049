import { sql, type Kysely } from "kysely";

/**
 * Questions of partners at the item where they are stuck, and what was said about them. Messages are only ever added. Instants are on
 * the installation's clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table thread (
    id uuid primary key,
    integration_id uuid not null references integration,
    item jsonb not null,
    state text not null check (state in ('open', 'answered', 'resolved')),
    owner_account_id uuid references account,
    opened_at timestamptz not null,
    waiting_since timestamptz,
    check ((state = 'open') = (waiting_since is not null))
  )`,
  `create index thread_of_integration on thread (integration_id, opened_at, id)`,
  `create index thread_waiting on thread (waiting_since, id) where state = 'open'`,
  `create table thread_message (
    thread_id uuid not null references thread,
    number integer not null check (number > 0),
    author jsonb not null,
    at timestamptz not null,
    body text not null,
    primary key (thread_id, number)
  )`,
];
