import type { Field } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import { findField, fieldsOf } from "../field/fields-of.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import { nounNamed, schemaName } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** A tenant's labels. */
export type Labelled = Pick<Tenant, "settings">;

/**
 * The tenant's own label for `person.email`. The profile type may be the schema name (`submittal`), the filter prefix
 * (`applicantworkflow`) or the URL noun; a child of a collection is named alone (`person.addresscity`) or with its
 * collection (`person.addresses.addresscity`). Undefined when there is no such type or field; names are lower case (DOC).
 */
export function labelOf(tenant: Labelled, key: string): string | undefined {
  const [typeName = "", ...path] = key.split(".");
  const noun = nounNamed(typeName);
  const field = noun && fieldAt(noun, path, tenant);
  return field && (ownLabel(tenant, `${schemaName[noun]}.${field.id}`) ?? field.label);
}

function ownLabel(tenant: Labelled, key: string): string | undefined {
  const { labels } = tenant.settings;
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function fieldAt(noun: ProfileNoun, path: readonly string[], tenant: Labelled): Field | undefined {
  const [first, second, ...rest] = path;
  if (first === undefined || rest.length > 0) return undefined;
  if (second === undefined)
    return findField(noun, first, tenant) ?? childNamed(fieldsOf(noun), first);
  const parent = findField(noun, first, tenant);
  return parent && childNamed([parent], second);
}

function childNamed(fields: readonly Field[], id: string): Field | undefined {
  return fields
    .flatMap((field) => (isGroup(field) ? field.children : []))
    .find((child) => child.id === id);
}
