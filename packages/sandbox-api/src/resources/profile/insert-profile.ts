import type { ProfileDoc, ProfileRef } from "@slipway/ats-model";
import type { GroupedStatement } from "@slipway/database";
import type { PreparedExchange } from "@slipway/exchange";

import type { ProfileStore } from "./profile.store.ts";
import type { StatusEntry } from "./write-profile.ts";

/** A new profile with everything that must stand or fall with it. */
export interface ProfileInsert {
  readonly ref: ProfileRef;
  /** On the tenant's clock. */
  readonly at: Date;
  readonly doc: ProfileDoc;
  /** Profiles that must exist. */
  readonly linked: readonly ProfileRef[];
  readonly status?: StatusEntry;
  readonly exchange?: PreparedExchange;
}

/**
 * Writes the profile, the first line of its status log and the record of the call, in one statement with those of other
 * callers. False, and nothing written, when a linked profile does not exist, or the workflow of that person and job exists
 * already.
 */
export async function insertProfile(
  store: Pick<ProfileStore, "writeGrouped">,
  { ref, at, doc, linked, status, exchange }: ProfileInsert,
): Promise<boolean> {
  const item = {
    ...ref,
    at,
    doc,
    linked,
    status,
    exchange: exchange?.row,
    body: exchange?.bodyRow,
  };
  return (await store.writeGrouped(insertProfiles, JSON.stringify(item))) !== undefined;
}

const insertProfiles: GroupedStatement = {
  name: "insert-profiles",
  text: `with given as materialized (
      select number::int as item, value as w
      from jsonb_array_elements($2::jsonb) with ordinality as given (value, number)),
    made as (
      insert into profile (customer_id, type, id, doc, created_at, updated_at)
      select $1, w ->> 'noun', (w -> 'id')::bigint, w -> 'doc', (w ->> 'at')::timestamptz, (w ->> 'at')::timestamptz
      from given where not exists (
        select from jsonb_to_recordset(w -> 'linked') as wanted (noun text, id bigint) where not exists (
          select from profile p where p.customer_id = $1 and p.type = wanted.noun and p.id = wanted.id))
      on conflict (customer_id, person_id, job_id) where type = 'applicantworkflows' do nothing
      returning type, id),
    taken as materialized (
      select item, id, w from made join given on type = w ->> 'noun' and id = (w -> 'id')::bigint),
    status_row as (
      insert into workflow_status_log (customer_id, workflow_id, status, changed_at, changed_by)
      select $1, id, w -> 'status' ->> 'node', (w ->> 'at')::timestamptz, (w -> 'status' -> 'changedBy')::bigint
      from taken where w ? 'status'),
    exchange_row as (
      insert into exchange
      select r.* from taken, jsonb_populate_record(null::exchange, w -> 'exchange') r where w ? 'exchange'),
    body_row as (
      insert into exchange_body
      select r.* from taken, jsonb_populate_record(null::exchange_body, w -> 'body') r where w ? 'body')
    select item from taken`,
};
