import { sql, type Kysely } from "kysely";

/**
 * Who may do what: organisations, the accounts of their people, and the tokens with which they call. An integration belongs to the
 * organisation whose name it carries; names are unique there, however they are spelt. Instants are real ones: moving a clock neither
 * ends nor revives a token.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table organisation (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('programme', 'partner', 'customer')),
    created_at timestamptz check ((created_at is null) = (kind = 'programme'))
  )`,
  `create unique index organisation_name on organisation (lower(name))`,
  `create unique index organisation_programme on organisation (kind) where kind = 'programme'`,
  `insert into organisation (id, name, kind) values (gen_random_uuid(), 'programme', 'programme')`,
  // What is on record already names its organisation in words: whoever is named gets one, as the path says of which kind.
  `insert into organisation (id, name, kind, created_at)
    select gen_random_uuid(), min(organisation),
      case when bool_and(path = 'customer-specific') then 'customer' else 'partner' end, min(created_at)
    from integration where lower(organisation) not in ('programme', 'unnamed') group by lower(organisation)`,
  `update integration set organisation = organisation.name
    from organisation where lower(integration.organisation) = lower(organisation.name)`,
  // Two organisations may choose the same name for theirs; that one has it is nothing the other may learn.
  `alter table integration drop constraint integration_name_key, add unique (organisation, name)`,
  `create index integration_name on integration (name, created_at)`,
  `create table account (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    name text not null,
    role text not null,
    created_at timestamptz not null,
    unique (organisation_id, name)
  )`,
  // Without an account: the installation's own, which everything is open to.
  `alter table api_token
    add column id uuid not null unique default gen_random_uuid(),
    add column account_id uuid references account,
    add column scopes jsonb not null default '[]',
    add column expires_at timestamptz,
    add column last_used_at timestamptz,
    add column revoked_at timestamptz,
    add check (account_id is null = (expires_at is null))`,
  `create index api_token_of_account on api_token (account_id)`,
];
