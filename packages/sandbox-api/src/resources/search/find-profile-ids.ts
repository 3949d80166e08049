import {
  indexedFieldsOf,
  type ProfileNoun,
  type SearchQuery,
  type Tenant,
} from "@slipway/ats-model";

import type { ProfileStore } from "../profile/profile.store.ts";
import { searchSql } from "./search-sql.ts";
import type { StatementNames } from "./statement-names.ts";

/** Most ids in one answer (DOC); whoever wants more asks again for ids above the last. */
const pageSize = 1_000;

interface Search extends SearchQuery {
  readonly tenant: Pick<Tenant, "settings">;
  readonly hiddenFolders: readonly string[];
  readonly names: StatementNames;
}

/** The ids of the profiles found, ascending. */
export async function findProfileIds(
  store: ProfileStore,
  noun: ProfileNoun,
  { where, tenant, hiddenFolders, names }: Search,
): Promise<readonly number[]> {
  const values: unknown[] = [store.customerId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const isIndexed = (type: ProfileNoun, field: string): boolean =>
    indexedFieldsOf(type, tenant).includes(field);
  const condition = searchSql(where, { noun, bind, isIndexed });
  const visible =
    hiddenFolders.length === 0
      ? "true"
      : `coalesce(p.doc ->> 'folder', '') <> all(${bind(hiddenFolders)}::text[])`;
  const text = `select p.id from profile p where p.customer_id = $1 and p.type = '${noun}' and ${condition} and ${visible}
      order by p.id limit ${pageSize}`;
  const name = names(text);
  const rows = await store.run<{ id: number }>({
    ...(name === undefined ? {} : { name }),
    text,
    values,
  });
  return rows.map(({ id }) => id);
}
