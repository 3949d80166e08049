import { unreachable } from "@slipway/foundation";
import type { Field } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import { fieldsOf, isHidden } from "../field/fields-of.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { filterPrefix } from "../noun/profile-noun.ts";
import type { CustomField } from "../tenant/custom-field.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { filterAliases, keepsOwnName } from "./filter-aliases.ts";
import type { SearchFilter } from "./search-filter.ts";
import type { SearchColumn, SearchSource } from "./search-query.ts";

type Settings = Pick<Tenant, "settings">;

/**
 * The filter of this name in the search of a type, or undefined when there is none or its field is hidden. The name starts
 * with the type's prefix; a workflow search reaches on into its job and person (`applicantworkflow.person.email`, DOC).
 */
export function findFilter(
  name: string,
  noun: ProfileNoun,
  tenant: Settings,
): SearchFilter | undefined {
  const prefix = `${filterPrefix[noun]}.`;
  return name.startsWith(prefix) ? filterBelow(name.slice(prefix.length), noun, tenant) : undefined;
}

const relations = [
  { prefix: "person.", noun: "people", of: "associatedprofile" },
  { prefix: "job.", noun: "jobs", of: "baseprofile" },
] as const;

function filterBelow(name: string, noun: ProfileNoun, tenant: Settings): SearchFilter | undefined {
  const relation =
    noun === "applicantworkflows"
      ? relations.find((one) => name.startsWith(one.prefix))
      : undefined;
  if (relation === undefined) return ownFilter(name, noun, tenant);
  const filter = ownFilter(name.slice(relation.prefix.length), relation.noun, tenant);
  return filter && { ...filter, column: { ...filter.column, of: relation.of } };
}

function ownFilter(name: string, noun: ProfileNoun, tenant: Settings): SearchFilter | undefined {
  const special = Object.hasOwn(specialFilters, name) ? specialFilters[name] : undefined;
  if (special?.nouns.includes(noun) === true) return special.filter;
  const aliases = filterAliases[noun];
  if (Object.values(aliases).includes(name) && !keepsOwnName.has(name)) return undefined;
  const fieldName = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
  return fieldFilter(fieldName, noun, tenant) ?? customFilter(name, noun, tenant);
}

const everyNoun: readonly ProfileNoun[] = ["people", "jobs", "companies", "applicantworkflows"];

const specialFilters: Readonly<
  Record<string, { readonly nouns: readonly ProfileNoun[]; readonly filter: SearchFilter }>
> = {
  id: { nouns: everyNoun, filter: { kind: "id", column: inProfile({ kind: "id" }) } },
  idCSV: {
    nouns: ["people", "jobs", "companies"],
    filter: { kind: "id-csv", column: inProfile({ kind: "id" }) },
  },
  bin: {
    nouns: ["applicantworkflows"],
    filter: {
      kind: "bin",
      column: inProfile({ kind: "field", fieldId: "status", type: "list-single" }),
    },
  },
  "joblocation.companyid": {
    nouns: ["jobs"],
    filter: { kind: "number", column: inProfile({ kind: "location-company" }) },
  },
};

function inProfile(source: SearchSource): SearchColumn {
  return { of: "self", source };
}

function fieldFilter(id: string, noun: ProfileNoun, tenant: Settings): SearchFilter | undefined {
  for (const field of fieldsOf(noun)) {
    if (isHidden(noun, field.id, tenant)) continue;
    if (field.id === id && field.searchable !== undefined) {
      return filterOn(field, sourceOf(field), field.searchable);
    }
    const child = isGroup(field) ? field.children.find((one) => one.id === id) : undefined;
    if (child?.searchable !== undefined) {
      return filterOn(
        child,
        { kind: "child", fieldId: field.id, childId: id, type: child.type },
        child.searchable,
      );
    }
  }
  return undefined;
}

function filterOn(field: Field, source: SearchSource, kind: SearchFilter["kind"]): SearchFilter {
  const list = "list" in field ? field.list : undefined;
  return { kind, column: inProfile(source), ...(list === undefined ? {} : { list }) };
}

function sourceOf(field: Field): SearchSource {
  if (field.system === "created-at" || field.system === "updated-at" || field.system === "id")
    return { kind: field.system };
  return { kind: "field", fieldId: field.id, type: field.type };
}

// `customfield2145.text` names a custom field by its flat-file number and kind (DOC).
const customName = /^customfield(\d{1,9})\.(text|number|date|listnode|person|job)$/;

function customFilter(name: string, noun: ProfileNoun, tenant: Settings): SearchFilter | undefined {
  const [, number, kind] = customName.exec(name) ?? [];
  const custom = tenant.settings.customFields.find(
    (one) => one.noun === noun && one.searchable && String(one.filterNumber) === number,
  );
  if (custom === undefined || customKind(custom) !== kind || isHidden(noun, custom.id, tenant))
    return undefined;
  return {
    kind: readAs(custom),
    column: inProfile({ kind: "field", fieldId: custom.id, type: custom.type }),
    ...(custom.list === undefined ? {} : { list: custom.list }),
  };
}

/** The kind by which a filter name calls a custom field of this type. */
function customKind({ type }: Pick<CustomField, "type">): string {
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
      return "listnode";
    case "person-link":
      return "person";
    case "job-link":
      return "job";
    default:
      return unreachable(type);
  }
}

function readAs(custom: CustomField): SearchFilter["kind"] {
  if (custom.type === "date-time") return "date-time";
  const kind = customKind(custom);
  if (kind === "person" || kind === "job") return "id";
  return kind as "text" | "number" | "date" | "listnode";
}
