import { fieldsOf, isGroup, profileNouns, type ChildField } from "@slipway/ats-model";
import type { MaskKind } from "@slipway/exchange";

/** The fields of the ATS whose values never reach the exchange log, by field id, from the model's own tables. */
export function fieldMasks(): ReadonlyMap<string, MaskKind> {
  const fields = profileNouns.flatMap((noun) => fieldsOf(noun));
  const all = fields.flatMap((field): readonly Pick<ChildField, "id" | "masked">[] =>
    isGroup(field) ? field.children : [field],
  );
  return new Map(
    all.flatMap(({ id, masked }) => (masked === undefined ? [] : [[id, masked] as const])),
  );
}
