import type { Field } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import { fieldsOf, isHidden } from "../field/fields-of.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { filterPrefix } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { filterAliases, keepsOwnName } from "./filter-aliases.ts";
import { numberedFilter } from "./numbered-filter.ts";
import type { SearchFilter } from "./search-filter.ts";
import type { SearchColumn, SearchSource } from "./search-query.ts";
import { specialFilter } from "./special-filters.ts";

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
  if (isClosed(relation.of, tenant)) return undefined;
  const filter = ownFilter(name.slice(relation.prefix.length), relation.noun, tenant);
  return filter && { ...filter, column: { ...filter.column, of: relation.of } };
}

/** Whether a hidden link also hides what it reaches into. */
function isClosed(link: (typeof relations)[number]["of"], tenant: Settings): boolean {
  return (
    tenant.settings.switches.searchThroughHiddenLink === "refused" &&
    isHidden("applicantworkflows", link, tenant)
  );
}

function ownFilter(name: string, noun: ProfileNoun, tenant: Settings): SearchFilter | undefined {
  const special = specialFilter(name, noun, tenant);
  if (special !== undefined) return special;
  const aliases = filterAliases[noun];
  if (Object.values(aliases).includes(name) && !keepsOwnName.has(name)) return undefined;
  const fieldName = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
  return fieldFilter(fieldName, noun, tenant) ?? numberedFilter(name, noun, tenant);
}

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
    if (child?.searchable !== undefined && !isHidden(noun, `${field.id}.${child.id}`, tenant)) {
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
