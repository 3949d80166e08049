import { sql, type Kysely } from "kysely";

/** Which text of the sandbox policy a partner accepted, and which sandboxes a person withdrew. Instants are on the installation's clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table sandbox_policy_acceptance (
    sandbox_id uuid not null references sandbox,
    version integer not null,
    digest text not null,
    accepted_by text not null,
    accepted_at timestamptz not null,
    primary key (sandbox_id, version)
  )`,
  `create table sandbox_withdrawal (
    sandbox_id uuid primary key references sandbox,
    withdrawn_by text not null,
    reason text not null,
    withdrawn_at timestamptz not null
  )`,
  `drop index delivery_of_held_integration`,
  `create index delivery_of_held_integration on delivery (sandbox_id, id)
    where outcome ->> 'code' in ('INTEGRATION-SUSPENDED', 'INTEGRATION-REMOVED', 'INTEGRATION-SANDBOX-WITHDRAWN')`,
];
