import { sql, type Kysely } from "kysely";

/**
 * A user of the ATS API may have a password, a key for signed requests and a client of OAuth, each replaced by itself. What has
 * only to be recognised is kept as a digest; a key, which has to be read in order to check a signature, is encrypted. Tokens
 * end on the tenant's clock.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (const table of securedTables) {
    const name = sql.table(table);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`create policy own_rows on ${name} using (customer_id = current_setting('slipway.customer_id', true))`.execute(
      db,
    );
    await sql`grant select, insert, update, delete on ${name} to slipway_tenant`.execute(db);
  }
}

const securedTables = ["ats_access_token"];

const statements = [
  `alter table api_credential
    add column kind text not null default 'basic' check (kind in ('basic', 'hmac', 'oauth')),
    add column client_id text,
    add column key_ciphertext bytea,
    alter column secret_digest drop not null,
    drop constraint api_credential_pkey,
    add primary key (customer_id, username, kind),
    add check ((kind = 'hmac') = (key_ciphertext is not null)),
    add check ((kind = 'hmac') = (secret_digest is null)),
    add check ((kind = 'oauth') = (client_id is not null))`,
  `create index api_credential_of_user on api_credential (username)`,
  `create unique index api_credential_of_client on api_credential (client_id) where client_id is not null`,
  `create table ats_access_token (
    customer_id text not null references tenant,
    digest bytea not null unique,
    username text not null,
    kind text not null default 'oauth' check (kind = 'oauth'),
    expires_at timestamptz not null,
    created_at timestamptz not null,
    primary key (customer_id, digest),
    foreign key (customer_id, username, kind) references api_credential on delete cascade
  )`,
];
