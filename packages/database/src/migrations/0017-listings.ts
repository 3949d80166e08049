import { sql, type Kysely } from "kysely";

/**
 * What an approval yields, and what it leads to: the requirements that an approved design has to prove, the last preflight of each
 * partner setup, the listing of an integration, and the calls that were not sent because the integration was held. Instants are on
 * the installation's clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table requirement_set (
    id uuid primary key,
    integration_id uuid not null,
    version integer not null,
    frozen_at timestamptz not null,
    content jsonb not null,
    foreign key (integration_id, version) references integration_version
  )`,
  `create index requirement_set_of_version on requirement_set (integration_id, version, id)`,
  // Gone with the next change of the setup: a preflight speaks of the setup that it saw.
  `create table partner_preflight (
    sandbox_id uuid primary key references sandbox,
    is_green boolean not null,
    at timestamptz not null
  )`,
  `create table listing (
    integration_id uuid primary key references integration,
    state text not null,
    facts jsonb not null,
    draft jsonb not null,
    published jsonb
  )`,
  `create index delivery_of_held_integration on delivery (sandbox_id, id)
    where outcome ->> 'code' in ('INTEGRATION-SUSPENDED', 'INTEGRATION-REMOVED')`,
];
