import { sql, type Kysely } from "kysely";

/**
 * What calls an integration to prove itself again: reports of non-adherence, feature releases, and the revalidations that follow.
 * What is published is never changed. Instants are on the installation's clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table adherence_report (
    id uuid primary key,
    integration_id uuid not null references integration,
    observation text not null,
    exchange_customer_id text,
    exchange_id uuid,
    reported_by jsonb not null,
    reported_at timestamptz not null,
    state text not null check (state in ('open', 'upheld', 'dismissed')),
    decided_by jsonb,
    decided_at timestamptz,
    reason text,
    check ((exchange_customer_id is null) = (exchange_id is null)),
    check ((state = 'open') = (decided_at is null)),
    check ((decided_at is null) = (reason is null) and (decided_at is null) = (decided_by is null))
  )`,
  `create index adherence_report_of_integration on adherence_report (integration_id)`,
  `create table feature_release (
    id uuid primary key,
    title text not null,
    what_it_is text not null,
    notes text not null,
    is_mandatory boolean not null,
    framework text not null,
    connector_types text[] not null,
    drafted_by jsonb not null,
    drafted_at timestamptz not null,
    published_by jsonb,
    published_at timestamptz,
    check ((published_at is null) = (published_by is null))
  )`,
  `create unique index feature_release_published on feature_release (framework, title) where published_at is not null`,
  `create trigger feature_release_stays before update or delete on feature_release
    for each row when (old.published_at is not null) execute function refuse_change()`,
  `create table revalidation (
    id uuid primary key,
    integration_id uuid not null references integration,
    cause text not null check (cause in ('report', 'release', 'declared-change', 'developer-support', 'partner')),
    subject text not null,
    report_id uuid references adherence_report,
    release_id uuid references feature_release,
    deadline_id uuid references deadline,
    validated_version integer not null,
    opened_by jsonb not null,
    opened_at timestamptz not null,
    state text not null check (state in ('open', 'completed', 'withdrawn')),
    completed_version integer,
    ended_by jsonb,
    ended_at timestamptz,
    reason text,
    check ((cause = 'report') = (report_id is not null)),
    check ((cause = 'release') = (release_id is not null)),
    check ((state = 'completed') = (completed_version is not null)),
    check ((state = 'open') = (ended_at is null))
  )`,
  `create index revalidation_of_integration on revalidation (integration_id)`,
  `create unique index revalidation_of_deadline on revalidation (deadline_id)`,
  `create unique index revalidation_of_report on revalidation (report_id)`,
  `create table feature_release_notice (
    release_id uuid not null references feature_release,
    integration_id uuid not null references integration,
    version integer not null,
    contact text not null,
    notice_id uuid not null references notice,
    deadline_id uuid references deadline,
    primary key (release_id, integration_id)
  )`,
  // A validation before this one was the first, unless one of an earlier version had been approved.
  `update integration_version one set facts = one.facts || jsonb_build_object('validation',
      case when exists (select 1 from integration_version earlier
        where earlier.integration_id = one.integration_id and earlier.number < one.number
          and earlier.state in ('approved', 'replaced'))
      then 'revalidation' else 'initial' end)
    where one.state in ('submitted', 'approved')`,
  // What was asked by hand is a revalidation like any other from now on.
  `insert into revalidation (id, integration_id, cause, subject, deadline_id, validated_version, opened_by, opened_at, state)
    select gen_random_uuid(), deadline.integration_id, 'developer-support', deadline.subject, deadline.id,
      coalesce((standing.asked ->> 'version')::integer, 1),
      jsonb_build_object('name', 'migration', 'role', 'clock', 'organisation', 'programme'), deadline.opened_at, 'open'
    from (select integration_id, coalesce(facts -> 'before', facts) as asked from integration_standing) standing
    join deadline on deadline.id::text = standing.asked ->> 'deadlineId'
      and deadline.integration_id = standing.integration_id
    where deadline.state <> 'cleared'`,
];
