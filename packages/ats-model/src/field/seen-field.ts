import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant, TenantSettings } from "../tenant/tenant.ts";
import { isGroup, type Field } from "./field.ts";
import { findField } from "./fields-of.ts";

type SeenFields = Map<string, Field | undefined>;

// The rules of a tenant and login group are worked out once for each field; changed settings are other settings.
const seen = new WeakMap<TenantSettings, Map<ProfileNoun, SeenFields>>();

/** The most names remembered for a type: callers choose them. */
const mostNames = 2_000;

/**
 * The field with this id as the API user sees it: undefined when there is none or it is hidden, without the children that are
 * hidden, and not writable where it may only be read.
 */
export function seenField(
  noun: ProfileNoun,
  id: string,
  { settings }: Pick<Tenant, "settings">,
): Field | undefined {
  const byNoun = seen.get(settings) ?? new Map<ProfileNoun, SeenFields>();
  seen.set(settings, byNoun);
  const fields = byNoun.get(noun) ?? new Map<string, Field | undefined>();
  byNoun.set(noun, fields);
  if (fields.has(id)) return fields.get(id);
  const field = findField(noun, id, { settings });
  const result = field && fieldUnder(field, noun, settings);
  if (fields.size < mostNames) fields.set(id, result);
  return result;
}

/** Whether the user may see the field and yet not write it, where others may. */
export function isReadOnly(
  noun: ProfileNoun,
  id: string,
  { settings }: Pick<Tenant, "settings">,
): boolean {
  return settings.readOnlyFields?.[noun]?.includes(id) === true;
}

function fieldUnder(field: Field, noun: ProfileNoun, settings: TenantSettings): Field | undefined {
  const hidden = settings.hiddenFields[noun];
  if (hidden.includes(field.id)) return undefined;
  const readOnly = settings.readOnlyFields?.[noun] ?? [];
  if (hidden.length + readOnly.length === 0) return field;
  const own = readOnly.includes(field.id) ? { ...field, writable: false } : field;
  if (!isGroup(own)) return own;
  return {
    ...own,
    children: own.children
      .filter((child) => !hidden.includes(`${own.id}.${child.id}`))
      .map((child) =>
        readOnly.includes(`${own.id}.${child.id}`) ? { ...child, writable: false } : child,
      ),
  };
}
