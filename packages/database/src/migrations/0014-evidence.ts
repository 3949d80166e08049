import { sql, type Kysely } from "kysely";

/**
 * Evidence: what each decision rested on, kept in the transaction that decided; the bundles that were built of it; the keys that
 * signed them. The private part of a key is encrypted, and erased when the key signs no more. Instants are on the installation's
 * clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table evidence_key (
    id text primary key,
    public_key text not null,
    private_ciphertext bytea,
    made_at timestamptz not null,
    made_by jsonb not null,
    made_because text not null,
    ended_at timestamptz,
    revoked_at timestamptz,
    revoked_by jsonb,
    revoked_because text,
    check ((private_ciphertext is null) = (ended_at is not null)),
    check (revoked_at is null or ended_at is not null)
  )`,
  // One signs at a time.
  `create unique index evidence_key_that_signs on evidence_key ((true)) where ended_at is null`,
  `create table decision_basis (
    integration_id uuid not null,
    version integer not null,
    decided_at timestamptz not null,
    run_id uuid not null references run,
    grading_id uuid not null references grading,
    design jsonb not null,
    enablement jsonb not null,
    primary key (integration_id, version, decided_at),
    foreign key (integration_id, version) references integration_version
  )`,
  `create table evidence_bundle (
    integration_id uuid not null,
    version integer not null,
    decided_at timestamptz not null,
    key_id text not null references evidence_key,
    sha256 bytea not null,
    archive bytea not null,
    built_at timestamptz not null,
    published_at timestamptz,
    primary key (integration_id, version, decided_at, key_id),
    foreign key (integration_id, version, decided_at) references decision_basis
  )`,
];
