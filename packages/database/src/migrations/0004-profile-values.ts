import { sql, type Kysely } from "kysely";

/**
 * The values of fields that a tenant searches by, one row each, so that a search for a value is a range of an index. Which fields
 * they are is data (`indexed_field`); triggers keep the rows in step with every statement that writes profiles, whoever sends
 * it. A value is an index entry, not the truth: lower-case and cut short, so a search still tests what it finds.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  for (const table of securedTables) {
    const name = sql.table(table);
    await sql`alter table ${name} enable row level security`.execute(db);
    await sql`create policy own_rows on ${name} using (customer_id = current_setting('slipway.customer_id', true))`.execute(
      db,
    );
    await sql`grant select on ${name} to slipway_tenant`.execute(db);
  }
}

/** A tenant's own statements only read them. */
const securedTables = ["indexed_field", "profile_value"];

const statements = [
  `create table indexed_field (
    customer_id text not null references tenant,
    type text not null,
    field text not null,
    primary key (customer_id, type, field)
  )`,
  `create table profile_value (
    customer_id text not null,
    type text not null,
    field text not null,
    value text collate "C" not null,
    profile_id bigint not null,
    primary key (customer_id, type, field, value, profile_id)
  )`,
  `create function profile_values(doc jsonb, field text) returns setof text language sql immutable as $body$
    select distinct lower(left(text, 200)) collate "C" from jsonb_array_elements_text(
      case jsonb_typeof(doc -> field) when 'array' then doc -> field else jsonb_build_array(doc -> field) end) text
    where text is not null
  $body$`,
  // As the owner of the tables: it touches the rows of the profile's own customer, and of nobody else.
  `create function index_profile() returns trigger language plpgsql security definer
    set search_path from current as $body$
  begin
    if tg_op <> 'INSERT' then
      delete from profile_value v using indexed_field f
      where f.customer_id = old.customer_id and f.type = old.type
        and v.customer_id = old.customer_id and v.type = old.type and v.field = f.field and v.profile_id = old.id
        and v.value in (select profile_values(old.doc, f.field))
        and (tg_op = 'DELETE' or v.value not in (select profile_values(new.doc, f.field)));
    end if;
    if tg_op <> 'DELETE' then
      insert into profile_value
      select new.customer_id, new.type, f.field, value, new.id
      from indexed_field f cross join lateral profile_values(new.doc, f.field) value
      where f.customer_id = new.customer_id and f.type = new.type
      on conflict do nothing;
    end if;
    return null;
  end
  $body$`,
  // Workflows have no indexed fields: they are written most, and found by columns of their own.
  `create trigger profile_inserted after insert on profile
    for each row when (new.type <> 'applicantworkflows') execute function index_profile()`,
  `create trigger profile_updated after update on profile
    for each row when (new.type <> 'applicantworkflows' and new.doc is distinct from old.doc)
    execute function index_profile()`,
  `create trigger profile_deleted after delete on profile
    for each row when (old.type <> 'applicantworkflows') execute function index_profile()`,
  // A field that is declared later is indexed in the transaction that declares it.
  `create function index_field() returns trigger language plpgsql security definer set search_path from current as $body$
  begin
    if exists (select from declared f join profile p on p.customer_id = f.customer_id and p.type = f.type) then
      -- Who writes meanwhile would not know of the field yet.
      lock table profile in share row exclusive mode;
      insert into profile_value
      select p.customer_id, p.type, f.field, value, p.id
      from declared f join profile p on p.customer_id = f.customer_id and p.type = f.type
      cross join lateral profile_values(p.doc, f.field) value;
    end if;
    return null;
  end
  $body$`,
  `create trigger field_declared after insert on indexed_field referencing new table as declared
    for each statement execute function index_field()`,
  // Whoever looks for a job's candidates; a person's are found by the index on the pair.
  `create index profile_workflow_job on profile (customer_id, job_id, id) where type = 'applicantworkflows'`,
];
