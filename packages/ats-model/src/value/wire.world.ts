import type { Field } from "../field/field.ts";
import { findField } from "../field/fields-of.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { tenantA } from "../tenant/tenant.world.ts";
import type { WireContext } from "./wire-context.ts";

/** A field that must exist. */
export function theField(noun: ProfileNoun, id: string, tenant: Tenant = tenantA): Field {
  const field = findField(noun, id, tenant);
  if (field === undefined) throw new Error(`Expected a field ${id} of ${noun}`);
  return field;
}

/** A context in which links show fixed texts. */
export function wireContext(changes: Partial<WireContext> = {}): WireContext {
  return {
    tenant: tenantA,
    owner: { noun: "people", id: 77 },
    linkText: (target, id) => `${target} ${id}`,
    addressText: () => "US-MA-Boston",
    ...changes,
  };
}
