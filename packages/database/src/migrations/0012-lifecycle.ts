import { sql, type Kysely } from "kysely";

/**
 * An integration's life: its versions with their designs, its standing in the programme, the items that are open about it, and a
 * history that only grows, each entry with the hash of the one before. Instants are on the installation's clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table customer (
    id uuid primary key,
    name text not null unique,
    created_at timestamptz not null
  )`,
  `alter table integration
    add column path text not null default 'programme-defined' check (path in ('programme-defined', 'customer-specific')),
    add column organisation text not null default 'unnamed',
    add column contact text,
    add column for_customer uuid references customer,
    add check ((path = 'customer-specific') = (for_customer is not null))`,
  `create table integration_version (
    integration_id uuid not null references integration,
    number integer not null,
    state text not null,
    facts jsonb not null,
    design jsonb,
    approved_design jsonb,
    created_at timestamptz not null,
    primary key (integration_id, number)
  )`,
  `create table integration_standing (
    integration_id uuid primary key references integration,
    state text not null,
    facts jsonb not null
  )`,
  // What is on record already begins where everything begins.
  `insert into integration_version (integration_id, number, state, facts, created_at)
    select id, 1, 'drafting', '{}', created_at from integration`,
  `insert into integration_standing (integration_id, state, facts) select id, 'none', '{}' from integration`,
  `create table review_item (
    id uuid primary key,
    integration_id uuid not null,
    version integer not null,
    about text not null,
    question text not null,
    opened_by jsonb not null,
    opened_at timestamptz not null,
    answer text,
    closed_by jsonb,
    closed_at timestamptz,
    foreign key (integration_id, version) references integration_version
  )`,
  `create index review_item_of_version on review_item (integration_id, version)`,
  `create table programme_history (
    number bigint primary key,
    integration_id uuid not null references integration,
    version integer,
    at timestamptz not null,
    actor jsonb not null,
    event text not null,
    reason text not null,
    before jsonb,
    after jsonb not null,
    previous_hash bytea not null,
    hash bytea not null
  )`,
  `create index programme_history_of_integration on programme_history (integration_id, number)`,
  `create function refuse_change() returns trigger language plpgsql as $body$
  begin
    raise exception 'Rows of % are only ever added.', tg_table_name;
  end
  $body$`,
  `create trigger programme_history_grows before update or delete or truncate on programme_history
    for each statement execute function refuse_change()`,
];
