import type { Field, ProfileRef } from "@slipway/ats-model";

import type { Call } from "../call/call.ts";
import { noteRequested } from "../recording/note-fields.ts";

/** The field in the path counts as asked for, whatever the answer. */
export function assignRequestedField({
  notes,
  ref,
  field,
}: Call & { readonly ref: ProfileRef; readonly field: Field }): void {
  noteRequested(notes, ref, [field.id]);
}
