import type pg from "pg";

import type { MeasuredTenant } from "../setting/open-platform.ts";
import { valuesOf, type Scale } from "./scale.ts";

/** The people that are searched, in each tenant, are numbered from here on. */
export const firstPersonId = 1_000_001;
const firstCustomerId = 7_000_001;
const manyRequests = 1_000_000_000;

/** A tenant with the credentials of a user of its own. */
export type FilledTenant = Pick<MeasuredTenant, "customerId" | "base" | "authorization">;

/** Makes the tenants of a scale after the first one of the sandbox, past the API, and fills them with people. */
export async function fillScale(
  pool: pg.Pool,
  model: MeasuredTenant,
  { people, tenants }: Scale,
): Promise<{ readonly tenants: readonly FilledTenant[]; readonly badgeFilter: string }> {
  const { id: badgeField, filterNumber } = await badgeFieldOf(pool, model.customerId);
  await makeTenants(pool, model.customerId, tenants);
  await makePeople(pool, model.customerId, { tenants, badgeField, each: people / tenants });
  await pool.query("vacuum analyze");
  const badgeFilter = `person.customfield${filterNumber}.text`;
  return { badgeFilter, tenants: Array.from({ length: tenants }, (_, place) => at(model, place)) };
}

function at({ base }: MeasuredTenant, place: number): FilledTenant {
  const customerId = String(firstCustomerId + place);
  const user = Buffer.from(`bench.${customerId}:password.${customerId}`).toString("base64");
  return { customerId, base, authorization: `Basic ${user}` };
}

interface BadgeField {
  readonly id: string;
  readonly filterNumber: string;
}

/** The custom text field of people that the tenant declares searchable. */
async function badgeFieldOf(pool: pg.Pool, customerId: string): Promise<BadgeField> {
  const { rows } = await pool.query<BadgeField>(
    `select field ->> 'id' as id, field ->> 'filterNumber' as "filterNumber"
      from tenant, jsonb_array_elements(settings -> 'customFields') field
      where customer_id = $1 and field ->> 'noun' = 'people' and field ->> 'type' = 'text'
        and (field ->> 'searchable')::boolean`,
    [customerId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("Expected a searchable custom text field, found none");
  return row;
}

/** Copies of the model's tenant, each in a sandbox of its own and with its own user. */
async function makeTenants(pool: pg.Pool, modelId: string, count: number): Promise<void> {
  await pool.query(
    `with place as (select number, $2::bigint + number as customer from generate_series(0, $3 - 1) number),
      model as (
        select t.*, s.integration_id, s.seed, s.mask_key, i.framework, i.connector_type
        from tenant t join sandbox s on s.id = t.sandbox_id join integration i on i.id = s.integration_id
        where t.customer_id = $1
      ),
      made as (
        select customer, gen_random_uuid() as integration, gen_random_uuid() as sandbox from place
      ),
      integrations as (
        insert into integration (id, name, framework, connector_type, created_at)
        select integration, 'Bench ' || customer, framework, connector_type, created_at from made, model
      ),
      sandboxes as (
        insert into sandbox (id, integration_id, seed, mask_key, created_at)
        select sandbox, integration, seed, mask_key, created_at from made, model
      ),
      tenants as (
        insert into tenant (customer_id, sandbox_id, region, name, public_base, settings, created_at)
        select customer::text, sandbox, region, name, public_base,
          settings || jsonb_build_object('requestQuota', $4::bigint), created_at from made, model
      ),
      fields as (
        insert into indexed_field (customer_id, type, field)
        select customer::text, type, field from made, indexed_field where customer_id = $1
      )
      insert into api_credential (customer_id, username, secret_digest, user_id, login_group, created_at)
      select customer::text, 'bench.' || customer, sha256(convert_to('password.' || customer, 'UTF8')),
        1, 'Integration User', created_at from made, model`,
    [modelId, firstCustomerId, count, manyRequests],
  );
}

interface PeoplePlan {
  readonly tenants: number;
  readonly each: number;
  readonly badgeField: string;
}

/** Copies of the model's seeded people with the names and badges of `personAt`. */
async function makePeople(
  pool: pg.Pool,
  modelId: string,
  { tenants, each, badgeField }: PeoplePlan,
): Promise<void> {
  await pool.query(
    `with seeded as (
        select row_number() over (order by id) - 1 as place, doc, created_at, updated_at
        from profile where customer_id = $1 and type = 'people'
      )
      insert into profile (customer_id, type, id, doc, created_at, updated_at)
      select ($2::bigint + tenant)::text, 'people', $3::bigint + number,
        doc || jsonb_build_object('lastname', 'Family ' || number % $6, $7::text, 'Badge ' || number / 2 % $6),
        created_at, updated_at
      from generate_series(0, $4::int - 1) tenant, generate_series(0, $5::int - 1) number
      join seeded on place = number % (select count(*) from seeded)`,
    [modelId, firstCustomerId, firstPersonId, tenants, each, valuesOf(each), badgeField],
  );
}
