import type { ProfileStore } from "./profile.store.ts";

/** The company of each address entry; entries that no company has are left out. Numbers of entries are the tenant's (PAY). */
export async function loadCompaniesOfAddresses(
  store: ProfileStore,
  entries: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await store.run<{ entry: number; id: number }>({
    name: "load-companies-of-addresses",
    text: `select wanted.entry, p.id
      from unnest($2::bigint[]) as wanted (entry)
      join profile p on p.customer_id = $1 and p.type = 'companies'
        and p.doc -> 'addresses' @> jsonb_build_array(jsonb_build_object('entry', wanted.entry))`,
    values: [store.customerId, [...new Set(entries)]],
  });
  return new Map(rows.map(({ entry, id }) => [entry, id]));
}
