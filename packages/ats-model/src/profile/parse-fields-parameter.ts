import type { Field } from "../field/field.ts";
import { findField } from "../field/fields-of.ts";
import { seenField } from "../field/seen-field.ts";
import type { Finding } from "../field/finding.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { shownName } from "../value/unknown-field.ts";
import { defaultFieldsOf } from "./default-fields-of.ts";

/** Which fields to return, which names were asked for, and the warnings for names that stand for none. */
export interface FieldSelection {
  readonly fields: readonly Field[];
  /** The names in the parameter as sent, hidden and unknown ones included; empty when the default set applies. */
  readonly requested: readonly string[];
  readonly warnings: readonly Finding[];
}

/** Most names taken from one parameter. */
const maxNames = 500;

/**
 * Reads the decoded value of `fields=`. Absent or empty means the default set (CLI); hidden and unknown names are left out in
 * silence (DOC, INF); a wrong-case name brings a warning (DOC), an unknown one where the tenant's switch says so.
 */
export function parseFieldsParameter(
  parameter: string | undefined,
  noun: ProfileNoun,
  tenant: Pick<Tenant, "settings">,
): FieldSelection {
  const names = (parameter ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  if (names.length === 0) {
    return { fields: defaultFieldsOf(noun, tenant), requested: [], warnings: [] };
  }
  const requested = [...new Set(names)].slice(0, maxNames);
  const found = requested.map((name) => ({ name, field: findField(noun, name, tenant) }));
  return {
    fields: found.flatMap(({ field }) => (field && seenField(noun, field.id, tenant)) ?? []),
    requested,
    warnings: found.flatMap(({ name, field }) => (field ? [] : warningFor(name, tenant))),
  };
}

function warningFor(name: string, tenant: Pick<Tenant, "settings">): readonly Finding[] {
  const wrongCase = name !== name.toLowerCase();
  if (!wrongCase && tenant.settings.switches.unknownFieldInFieldsParameter === "omit") return [];
  const message = wrongCase ? "Expected a field name in lower case" : "Expected a known field name";
  return [{ path: shownName(name), code: "unknown-field", message }];
}
