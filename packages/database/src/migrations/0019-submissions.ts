import { sql, type Kysely } from "kysely";

/** Who confirmed what of a submission. Instants are on the installation's clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table confirmation (
    integration_id uuid not null,
    version integer not null,
    slot text not null,
    of_digest text not null,
    confirmed_by jsonb not null,
    confirmed_at timestamptz not null,
    primary key (integration_id, version, slot),
    foreign key (integration_id, version) references integration_version
  )`,
];
