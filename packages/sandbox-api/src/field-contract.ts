import {
  fieldsOf,
  filterNamesOf,
  isGroup,
  pairSettings,
  profileNouns,
  type ChildField,
  type Evidence,
  type NamedFilter,
  type ProfileNoun,
} from "@slipway/ats-model";

import {
  formsOf,
  refusalsOf,
  type RefusedForm,
  type ValueForm,
} from "./field-contract/value-forms.ts";

/** What the tests hold of one field: every form written, read back and cleared, and every filter that looks at it. */
export interface FieldContract {
  readonly noun: ProfileNoun;
  /** The id; of a child of a collection, with the collection's before it: `phones.phonetype`. */
  readonly field: string;
  readonly collection: string | undefined;
  readonly shape: ChildField;
  /** Whether it is a field of one tenant alone. */
  readonly isCustom: boolean;
  readonly evidence: Evidence;
  readonly forms: readonly ValueForm[];
  readonly refusals: readonly RefusedForm[];
  readonly filters: readonly NamedFilter[];
}

/** The settings under which the fields are walked: those of the first tenant of a pair. */
const { a: settings } = pairSettings(7);
const context = { settings, customerUrl: "https://api-a.example.test/customers/6101" };

/** Every field of the four types and every child of their collections, with a tenant's own fields after the standard ones. */
export const fieldContract: readonly FieldContract[] = profileNouns.flatMap((noun) => {
  const filters = filterNamesOf(noun, { settings });
  const standard = new Set(fieldsOf(noun).map(({ id }) => id));
  return fieldsOf(noun, { settings }).flatMap((field) => {
    const shapes = isGroup(field) ? field.children : [field];
    return shapes.map((shape) => {
      const path = isGroup(field) ? `${field.id}.${shape.id}` : field.id;
      return {
        noun,
        field: path,
        collection: isGroup(field) ? field.id : undefined,
        shape,
        isCustom: !standard.has(field.id),
        evidence: shape.evidence,
        forms: formsOf(shape, context),
        refusals: refusalsOf(shape),
        filters: filters.filter((filter) => filter.field === path),
      };
    });
  });
});
