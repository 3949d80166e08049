import { sql, type Kysely } from "kysely";

/**
 * The tables of the first slice. Every tenant table is keyed by `customer_id` first and carries row-level security: the
 * role `slipway_tenant`, under which tenant queries run, sees only the rows of the customer named in
 * `slipway.customer_id`. Programme tables (integrations, sandboxes, packs, runs) are reference-sized and have no tenant key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...programmeTables, ...tenantTables, ...runTables]) {
    await sql.raw(statement).execute(db);
  }
  for (const table of securedTables) {
    await secure(db, table);
  }
}

const programmeTables = [
  `create table installation (
    only_row boolean primary key default true check (only_row),
    id uuid not null,
    created_at timestamptz not null
  )`,
  `create table api_token (
    digest bytea primary key,
    prefix text not null,
    label text not null,
    created_at timestamptz not null
  )`,
  `create table integration (
    id uuid primary key,
    name text not null unique,
    framework text not null,
    connector_type text not null,
    created_at timestamptz not null
  )`,
  `create table sandbox (
    id uuid primary key,
    integration_id uuid not null unique references integration,
    seed bigint not null,
    mask_key bytea not null,
    created_at timestamptz not null
  )`,
  `create table tenant (
    customer_id text primary key,
    sandbox_id uuid not null references sandbox,
    region text not null check (region in ('a', 'b')),
    name text not null,
    public_base text not null,
    settings jsonb not null,
    clock_offset_ms bigint not null default 0,
    created_at timestamptz not null,
    unique (sandbox_id, region)
  )`,
  `create sequence tenant_number start 6101`,
  `create table partner_connection (
    sandbox_id uuid not null references sandbox,
    region text not null check (region in ('a', 'b')),
    endpoint text not null,
    authentication jsonb not null,
    secret_ciphertext bytea,
    previous_secret_ciphertext bytea,
    previous_valid_until timestamptz,
    enablement jsonb not null default '{}',
    updated_at timestamptz not null,
    primary key (sandbox_id, region)
  )`,
  `create table partner_declaration (
    sandbox_id uuid primary key references sandbox,
    declaration jsonb not null,
    updated_at timestamptz not null
  )`,
];

const tenantTables = [
  `create table api_credential (
    customer_id text not null references tenant,
    username text not null,
    secret_digest bytea not null,
    user_id bigint not null,
    login_group text not null,
    expires_at timestamptz,
    created_at timestamptz not null,
    primary key (customer_id, username)
  )`,
  `create table id_block (
    customer_id text not null references tenant,
    type text not null,
    next_id bigint not null,
    primary key (customer_id, type)
  )`,
  `create table profile (
    customer_id text not null,
    type text not null,
    id bigint not null,
    doc jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 1,
    primary key (customer_id, type, id)
  )`,
  // A workflow is unique for its person and job, and is looked up by the pair.
  `create unique index profile_workflow_pair on profile
    (customer_id, ((doc ->> 'associatedprofile')::bigint), ((doc ->> 'baseprofile')::bigint))
    where type = 'applicantworkflows'`,
  `create table workflow_status_log (
    customer_id text not null,
    workflow_id bigint not null,
    entry bigint generated always as identity,
    status text not null,
    changed_at timestamptz not null,
    changed_by bigint not null,
    primary key (customer_id, workflow_id, entry)
  )`,
  `create table request_quota (
    customer_id text not null,
    username text not null,
    day date not null,
    used integer not null,
    primary key (customer_id, username, day)
  )`,
  `create table exchange (
    customer_id text not null,
    id uuid not null,
    sandbox_id uuid,
    direction text not null,
    at timestamptz not null,
    duration_us integer not null,
    transaction_id text not null,
    method text not null,
    path text not null,
    status smallint,
    person_id bigint,
    job_id bigint,
    workflow_id bigint,
    order_id text,
    delivery_id uuid,
    detail jsonb not null,
    primary key (customer_id, id)
  )`,
  `create table exchange_body (
    customer_id text not null,
    exchange_id uuid not null,
    request text,
    answer text,
    primary key (customer_id, exchange_id)
  )`,
  `create table event (
    customer_id text not null,
    id uuid not null,
    type text not null,
    workflow_id bigint,
    person_id bigint,
    job_id bigint,
    body jsonb not null,
    raised_at timestamptz not null,
    primary key (customer_id, id)
  )`,
  // One call to a partner. It is attempted at most once: see the state machine in event-delivery.
  `create table delivery (
    customer_id text not null,
    id uuid not null,
    sandbox_id uuid not null,
    region text not null,
    kind text not null,
    lane text not null,
    request jsonb not null,
    refs jsonb not null default '{}',
    run_id uuid,
    step_key text,
    state text not null,
    due_at timestamptz not null,
    lease_until timestamptz,
    worker_id text,
    started_at timestamptz,
    finished_at timestamptz,
    exchange_id uuid,
    outcome jsonb,
    recruiter_view jsonb,
    created_at timestamptz not null,
    primary key (customer_id, id)
  )`,
  `create index delivery_open on delivery (lane, due_at) where state in ('due', 'claimed', 'started')`,
  // Leases that ran out are looked for every second, whatever waits.
  `create index delivery_leased on delivery (lease_until) where state in ('claimed', 'started')`,
  `create unique index delivery_of_step on delivery (customer_id, run_id, step_key) where run_id is not null`,
  `create table package (
    customer_id text not null,
    package_id text not null,
    name text not null,
    description text,
    active boolean not null,
    synced_at timestamptz not null,
    primary key (customer_id, package_id)
  )`,
  `create table assessment_order (
    customer_id text not null,
    id text not null,
    person_id bigint not null,
    job_id bigint not null,
    workflow_id bigint not null,
    package_id text not null,
    test boolean not null,
    run_id uuid,
    created_at timestamptz not null,
    primary key (customer_id, id)
  )`,
];

const runTables = [
  `create table requirement_pack (
    id text not null,
    version text not null,
    hash text not null,
    content jsonb not null,
    frozen_at timestamptz not null,
    primary key (id, version)
  )`,
  `create table run (
    id uuid primary key,
    sandbox_id uuid not null references sandbox,
    framework text not null,
    pack_id text not null,
    pack_version text not null,
    state text not null,
    settings jsonb not null,
    declaration jsonb not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    ended_because text,
    foreign key (pack_id, pack_version) references requirement_pack
  )`,
  // One active run per sandbox.
  `create unique index run_active on run (sandbox_id) where state in ('preflight', 'driving', 'judging')`,
  `create table run_step (
    run_id uuid not null references run,
    region text not null,
    scenario text not null,
    attempt integer not null,
    step text not null,
    kind text not null,
    state text not null,
    input jsonb not null,
    facts jsonb,
    waiting jsonb,
    begun_at timestamptz not null,
    ended_at timestamptz,
    primary key (run_id, region, scenario, attempt, step)
  )`,
  `create table run_exchange (
    run_id uuid not null references run,
    customer_id text not null,
    exchange_id uuid not null,
    region text not null,
    scenario text,
    attempt integer,
    step text,
    primary key (run_id, customer_id, exchange_id)
  )`,
  `create table grading (
    id uuid primary key,
    run_id uuid not null references run,
    pack_id text not null,
    pack_version text not null,
    graded_at timestamptz not null
  )`,
  `create index grading_of_run on grading (run_id, graded_at)`,
  `create table verdict (
    grading_id uuid not null references grading,
    position integer not null,
    check_id text not null,
    check_version integer not null,
    region text,
    scenario text,
    verdict jsonb not null,
    exchanges jsonb not null,
    primary key (grading_id, position)
  )`,
];

const securedTables = [
  "api_credential",
  "id_block",
  "profile",
  "workflow_status_log",
  "request_quota",
  "exchange",
  "exchange_body",
  "event",
  "delivery",
  "package",
  "assessment_order",
];

async function secure(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table);
  await sql`alter table ${name} enable row level security`.execute(db);
  await sql`create policy own_rows on ${name} using (customer_id = current_setting('slipway.customer_id', true))`.execute(
    db,
  );
  await sql`grant select, insert, update, delete on ${name} to slipway_tenant`.execute(db);
}
