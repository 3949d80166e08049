import type { ChildField, Field } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import type { ProfileDoc, StoredAddressLink, StoredValue } from "../field/stored-value.ts";
import { isAddressLink, isEntries } from "../value/stored-shapes.ts";

/** The profiles and addresses whose texts a reading of these fields shows. */
export interface LinkTargets {
  readonly profiles: readonly { readonly target: string; readonly id: number }[];
  readonly addresses: readonly StoredAddressLink[];
}

/** What to load before `toWire`, so that links can show their texts. */
export function linkTargetsOf(doc: ProfileDoc, fields: readonly Field[]): LinkTargets {
  const values = fields.flatMap((field) =>
    valuesOf(field, Object.hasOwn(doc, field.id) ? doc[field.id] : undefined),
  );
  return {
    profiles: values.flatMap(({ field, stored }) =>
      "target" in field && typeof stored === "number" ? [{ target: field.target, id: stored }] : [],
    ),
    addresses: values.flatMap(({ stored }) => (isAddressLink(stored) ? [stored] : [])),
  };
}

interface FieldValue {
  readonly field: ChildField;
  readonly stored: StoredValue;
}

function valuesOf(field: Field, stored: StoredValue | undefined): readonly FieldValue[] {
  if (stored === undefined) return [];
  if (!isGroup(field)) return [{ field, stored }];
  if (!isEntries(stored)) return [];
  return stored.flatMap((entry) =>
    field.children.flatMap((child) => {
      const value = Object.hasOwn(entry, child.id) ? entry[child.id] : undefined;
      return value === undefined ? [] : [{ field: child, stored: value }];
    }),
  );
}
