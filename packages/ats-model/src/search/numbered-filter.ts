import { unreachable } from "@slipway/foundation";
import type { ChildField } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import { fieldsOf, isHidden } from "../field/fields-of.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { SearchFilter } from "./search-filter.ts";
import type { SearchSource } from "./search-query.ts";

type Settings = Pick<Tenant, "settings">;

/** How a filter name says what a numbered field holds (DOC). */
type NamedKind = "text" | "number" | "date" | "listnode" | "person" | "job";

// `customfield2145.text` has a dot before the kind, `collectionfield3256date` has none (DOC).
const customName = /^customfield(\d{1,9})\.(text|number|date|listnode|person|job)$/;
const collectionName = /^collectionfield(\d{1,9})(text|number|date|listnode|person|job)$/;

/** The filter on a tenant's own field, or on a child of a collection, by its flat-file number and kind; undefined when there is none. */
export function numberedFilter(
  name: string,
  noun: ProfileNoun,
  tenant: Settings,
): SearchFilter | undefined {
  return customFilter(name, noun, tenant) ?? collectionFilter(name, noun, tenant);
}

function customFilter(name: string, noun: ProfileNoun, tenant: Settings): SearchFilter | undefined {
  const [, number, kind] = customName.exec(name) ?? [];
  const custom = tenant.settings.customFields.find(
    (one) => one.noun === noun && one.searchable && String(one.filterNumber) === number,
  );
  if (custom === undefined || isHidden(noun, custom.id, tenant)) return undefined;
  return namedKind(custom.type) === kind
    ? filterOn(custom, { kind: "field", fieldId: custom.id, type: custom.type })
    : undefined;
}

function collectionFilter(
  name: string,
  noun: ProfileNoun,
  tenant: Settings,
): SearchFilter | undefined {
  const [, number, kind] = collectionName.exec(name) ?? [];
  for (const group of fieldsOf(noun).filter(isGroup)) {
    const child = group.children.find(
      ({ filterNumber }) => filterNumber !== undefined && String(filterNumber) === number,
    );
    if (child === undefined || isHidden(noun, group.id, tenant)) continue;
    if (isHidden(noun, `${group.id}.${child.id}`, tenant)) continue;
    if (namedKind(child.type) !== kind) return undefined;
    return filterOn(child, {
      kind: "child",
      fieldId: group.id,
      childId: child.id,
      type: child.type,
    });
  }
  return undefined;
}

/** The word by which a filter name calls a field of this type; undefined for types that no filter can look at. */
export function namedKind(type: ChildField["type"]): NamedKind | undefined {
  switch (type) {
    case "text":
    case "boolean":
    case "dropdown-single":
      return "text";
    case "number":
    case "decimal":
      return "number";
    case "date":
    case "date-time":
      return "date";
    case "list-single":
    case "list-multiple":
    case "dropdown-id":
      return "listnode";
    case "person-link":
      return "person";
    case "job-link":
      return "job";
    case "profile-link":
    case "address-link":
    case "salary":
    case "currency":
    case "file":
      return undefined;
    default:
      return unreachable(type);
  }
}

interface Filtered {
  readonly type: ChildField["type"];
  readonly list?: string;
}

function filterOn(field: Filtered, source: SearchSource): SearchFilter | undefined {
  const kind = readAs(field.type);
  if (kind === undefined) return undefined;
  const column = { of: "self", source } as const;
  return { kind, column, ...(field.list === undefined ? {} : { list: field.list }) };
}

function readAs(type: ChildField["type"]): SearchFilter["kind"] | undefined {
  if (type === "date-time") return "date-time";
  const kind = namedKind(type);
  return kind === "person" || kind === "job" ? "id" : kind;
}
