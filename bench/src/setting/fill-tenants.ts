import type pg from "pg";

/** The profiles that are read: copies of the seeded people, under ids of their own, in the platform and in the peer. */
export const people = { firstId: 1_000_001, count: 100_000 } as const;

/** The workflows that are changed under load, in the second tenant. */
export const workflows = { firstId: 2_000_001, count: 10_000 } as const;

/** Fills both tenants past the API, and lifts their quota: 10,000 requests a day are used up in a second here. */
export async function fillTenants(
  pool: pg.Pool,
  [readTenant, writtenTenant]: readonly [string, string],
): Promise<void> {
  await pool.query(
    `update tenant set settings = settings || '{"requestQuota": 1000000000}'::jsonb`,
  );
  await pool.query(
    `update tenant set settings = jsonb_set(settings, '{switches,workflowEventOnApiPatch}', '"raise"') where customer_id = $1`,
    [writtenTenant],
  );
  for (const customerId of [readTenant, writtenTenant])
    await pool.query("select pg_notify('slipway_tenant', $1)", [customerId]);
  for (const customerId of [readTenant, writtenTenant]) await copyPeople(pool, customerId);
  await pool.query(
    `insert into profile (customer_id, type, id, doc, created_at, updated_at)
      select $1, 'applicantworkflows', $2 + number,
        jsonb_build_object('baseprofile', (select min(id) from profile where customer_id = $1 and type = 'jobs'),
          'associatedprofile', $3 + number, 'status', 'D10100'), at, at
      from generate_series(0, $4 - 1) number,
        (select max(created_at) as at from profile where customer_id = $1) newest`,
    [writtenTenant, workflows.firstId, people.firstId, workflows.count],
  );
  await pool.query("vacuum analyze profile");
}

async function copyPeople(pool: pg.Pool, customerId: string): Promise<void> {
  await pool.query(
    `with seeded as (
        select row_number() over (order by id) - 1 as place, doc, created_at, updated_at
        from profile where customer_id = $1 and type = 'people'
      )
      insert into profile (customer_id, type, id, doc, created_at, updated_at)
      select $1, 'people', $2 + number, doc, created_at, updated_at
      from generate_series(0, $3 - 1) number
      join seeded on place = number % (select count(*) from seeded)`,
    [customerId, people.firstId, people.count],
  );
}
