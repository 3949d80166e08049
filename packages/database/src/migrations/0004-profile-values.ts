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
  // As the owner of the tables: it sees the rows of the statement's own customer, and of nobody else's, by what it joins.
  `create function index_profiles() returns trigger language plpgsql security definer
    set search_path from current as $body$
  begin
    if tg_op = 'DELETE' then
      delete from profile_value v using before b, indexed_field f
      where f.customer_id = b.customer_id and f.type = b.type and v.customer_id = b.customer_id and v.type = b.type
        and v.field = f.field and v.profile_id = b.id and v.value in (select profile_values(b.doc, f.field));
    elsif tg_op = 'UPDATE' then
      delete from profile_value v using before b, after a, indexed_field f
      where f.customer_id = b.customer_id and f.type = b.type
        and a.customer_id = b.customer_id and a.type = b.type and a.id = b.id
        and a.doc -> f.field is distinct from b.doc -> f.field
        and v.customer_id = b.customer_id and v.type = b.type and v.field = f.field and v.profile_id = b.id
        and v.value in (select profile_values(b.doc, f.field))
        and v.value not in (select profile_values(a.doc, f.field));
      insert into profile_value
      select a.customer_id, a.type, f.field, value, a.id
      from before b
      join after a on a.customer_id = b.customer_id and a.type = b.type and a.id = b.id
      join indexed_field f on f.customer_id = a.customer_id and f.type = a.type
      cross join lateral profile_values(a.doc, f.field) value
      where a.doc -> f.field is distinct from b.doc -> f.field
      on conflict do nothing;
    else
      insert into profile_value
      select a.customer_id, a.type, f.field, value, a.id
      from after a
      join indexed_field f on f.customer_id = a.customer_id and f.type = a.type
      cross join lateral profile_values(a.doc, f.field) value;
    end if;
    return null;
  end
  $body$`,
  `create trigger profile_inserted after insert on profile referencing new table as after
    for each statement execute function index_profiles()`,
  `create trigger profile_updated after update on profile referencing old table as before new table as after
    for each statement execute function index_profiles()`,
  `create trigger profile_deleted after delete on profile referencing old table as before
    for each statement execute function index_profiles()`,
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
