import type { Field } from "../field/field.ts";
import { fieldsOf } from "../field/fields-of.ts";
import { seenField } from "../field/seen-field.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";

const longPersonSet = new Set(["hiredate", "startdate", "addresses", "phones"]);

/** The fields that a read without `fields=` returns (PAY and CLI); the person's set is a tenant switch. */
export function defaultFieldsOf(
  noun: ProfileNoun,
  tenant: Pick<Tenant, "settings">,
): readonly Field[] {
  const long = noun === "people" && tenant.settings.switches.personDefaultFields === "long";
  return fieldsOf(noun)
    .filter((field) => field.default || (long && longPersonSet.has(field.id)))
    .flatMap(({ id }) => seenField(noun, id, tenant) ?? []);
}
