import { sql, type Kysely } from "kysely";

/**
 * Webhooks: who is told, with which secrets, of what, and how each attempt went. Instants are on the installation's clock, except
 * leases and the moments of attempts, which are real. The ids of messages come from the database: what tells of something has the
 * transaction in hand and nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table webhook (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    url text not null,
    event_types jsonb not null,
    disabled_at timestamptz,
    disabled_because text,
    failures integer not null default 0 check (failures >= 0),
    failing_since timestamptz,
    last_success_at timestamptz,
    created_at timestamptz not null,
    check ((disabled_at is null) = (disabled_because is null)),
    check ((failing_since is null) = (failures = 0))
  )`,
  `create index webhook_of_organisation on webhook (organisation_id)`,
  `create table webhook_secret (
    id uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    ciphertext bytea not null,
    made_at timestamptz not null,
    ends_at timestamptz
  )`,
  `create unique index webhook_secret_current on webhook_secret (webhook_id) where ends_at is null`,
  `create table webhook_message (
    id text primary key default 'msg_' || replace(gen_random_uuid()::text, '-', ''),
    webhook_id uuid not null references webhook on delete cascade,
    type text not null,
    body text not null,
    occurred_at timestamptz not null,
    state text not null check (state in ('waiting', 'sending', 'delivered', 'given-up')),
    tries integer not null default 0,
    attempts integer not null default 0,
    due_at timestamptz not null,
    worker_id text,
    lease_until timestamptz,
    ended_at timestamptz,
    check ((state = 'sending') = (worker_id is not null)),
    check ((state = 'sending') = (lease_until is not null)),
    check ((state in ('delivered', 'given-up')) = (ended_at is not null))
  )`,
  `create index webhook_message_due on webhook_message (webhook_id, due_at, id) where state = 'waiting'`,
  `create index webhook_message_sending on webhook_message (lease_until) where state = 'sending'`,
  `create index webhook_message_log on webhook_message (webhook_id, occurred_at desc, id)`,
  `create table webhook_attempt (
    message_id text not null references webhook_message on delete cascade,
    number integer not null,
    at timestamptz not null,
    status integer,
    failure text,
    answer text,
    duration_ms integer,
    primary key (message_id, number),
    check (status is not null or failure is not null)
  )`,
];
