import { sql, type Kysely } from "kysely";

/**
 * Deadlines of integrations, what reminds of them, and the notices that are owed by mail. A reminder fires once for a due date:
 * its row says so. Instants are on the installation's clock, leases in real time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table deadline (
    id uuid primary key,
    integration_id uuid not null references integration,
    kind text not null,
    subject text not null,
    recipient text not null,
    state text not null check (state in ('awaiting-notice', 'running', 'overdue', 'cleared')),
    started_at timestamptz,
    due_at timestamptz,
    set_at timestamptz,
    next_at timestamptz,
    opened_at timestamptz not null,
    cleared_at timestamptz,
    check (state in ('awaiting-notice', 'cleared') or (started_at is not null and due_at is not null and set_at is not null))
  )`,
  `create unique index deadline_open on deadline (integration_id, kind, subject) where state <> 'cleared'`,
  `create index deadline_next on deadline (next_at) where state = 'running'`,
  `create table deadline_history (
    deadline_id uuid not null references deadline,
    entry integer not null,
    at timestamptz not null,
    actor text not null,
    event text not null,
    reason text not null,
    before jsonb,
    after jsonb not null,
    primary key (deadline_id, entry)
  )`,
  `create table notice (
    id uuid primary key,
    integration_id uuid not null references integration,
    deadline_id uuid references deadline,
    kind text not null,
    recipient text not null,
    subject text not null,
    body_text text not null,
    body_html text not null,
    state text not null check (state in ('waiting', 'sending', 'handed-over', 'accepted', 'unknown', 'refused', 'withdrawn')),
    due_at timestamptz not null,
    attempts integer not null default 0,
    answer text,
    lease_until timestamptz,
    worker_id uuid,
    handed_over_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz not null
  )`,
  `create index notice_due on notice (due_at) where state = 'waiting'`,
  `create index notice_leased on notice (lease_until) where state in ('sending', 'handed-over')`,
  `create index notice_of_deadline on notice (deadline_id)`,
  `create table deadline_firing (
    deadline_id uuid not null references deadline,
    due_at timestamptz not null,
    reminder text not null,
    fired_at timestamptz not null,
    notice_id uuid references notice,
    primary key (deadline_id, due_at, reminder)
  )`,
  `create table task (
    id uuid primary key,
    kind text not null,
    integration_id uuid not null references integration,
    deadline_id uuid references deadline,
    notice_id uuid references notice,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by text,
    reason text
  )`,
  `create unique index task_of_deadline on task (deadline_id) where closed_at is null and notice_id is null`,
  `create unique index task_of_notice on task (notice_id) where closed_at is null`,
];
