import { isGroup } from "../field/field.ts";
import { fieldsOf } from "../field/fields-of.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { filterPrefix } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { filterAliases } from "./filter-aliases.ts";
import { findFilter } from "./find-filter.ts";
import { namedKind } from "./numbered-filter.ts";
import type { SearchFilter } from "./search-filter.ts";
import { operatorsOf, type SearchOperator } from "./search-operators.ts";
import { searchedField } from "./searched-field.ts";
import { specialNames } from "./special-filters.ts";

/** A filter by its full name, as a caller may send it. */
export interface NamedFilter {
  readonly name: string;
  readonly kind: SearchFilter["kind"];
  /** The field looked at; of a child, with its collection: `addresses.addresscity`. */
  readonly field: string;
  /** The operators that it takes; all others are refused. */
  readonly operators: readonly SearchOperator[];
}

/** Every filter of a type's own fields that a tenant's caller may use, without those that reach into linked profiles. */
export function filterNamesOf(
  noun: ProfileNoun,
  tenant: Pick<Tenant, "settings">,
): readonly NamedFilter[] {
  const names = new Set([
    ...fieldsOf(noun).flatMap(namesOf),
    ...Object.keys(filterAliases[noun]),
    ...tenant.settings.customFields
      .filter((custom) => custom.noun === noun)
      .map(({ filterNumber, type }) => `customfield${filterNumber}.${namedKind(type) ?? ""}`),
    ...specialNames,
  ]);
  return [...names].flatMap((below) => {
    const name = `${filterPrefix[noun]}.${below}`;
    const filter = findFilter(name, noun, tenant);
    if (filter === undefined) return [];
    const { kind, column } = filter;
    return [{ name, kind, field: searchedField(column.source), operators: operatorsOf(kind) }];
  });
}

function namesOf(field: ReturnType<typeof fieldsOf>[number]): readonly string[] {
  if (!isGroup(field)) return [field.id];
  return field.children.flatMap(({ id, type, filterNumber }) =>
    filterNumber === undefined
      ? [id]
      : [id, `collectionfield${filterNumber}${namedKind(type) ?? ""}`],
  );
}
