import { sql, type Kysely } from "kysely";

/** What a submission is made of: files of collateral, in parts, and who confirmed what. Instants are on the installation's clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table collateral_file (
    id uuid primary key,
    integration_id uuid not null,
    version integer not null,
    slot text not null,
    name text not null,
    media_type text not null,
    byte_count integer not null check (byte_count > 0),
    part_count integer not null check (part_count > 0),
    sha256 text not null,
    uploaded_by jsonb not null,
    begun_at timestamptz not null,
    completed_at timestamptz,
    foreign key (integration_id, version) references integration_version
  )`,
  // One that counts, and one on its way to take its place.
  `create unique index collateral_file_of_slot
    on collateral_file (integration_id, version, slot, (completed_at is null))`,
  `create table collateral_part (
    file_id uuid not null references collateral_file on delete cascade,
    number integer not null,
    bytes bytea not null,
    primary key (file_id, number)
  )`,
  // Pictures and films are compressed already.
  `alter table collateral_part alter column bytes set storage external`,
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
