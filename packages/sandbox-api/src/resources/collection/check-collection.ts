import { isGroup, type Field, type GroupField } from "@slipway/ats-model";

import type { Call } from "../../call/call.ts";
import { notFound } from "../../call/sandbox.problems.ts";
import { verbUnsupported } from "../../steps/reject-verb.ts";

/** Entries can be added to collections that can be written, and to nothing else. */
export function checkWritableCollection({ arrival, field }: Call & { readonly field: Field }): {
  readonly collection: GroupField;
} {
  if (!isGroup(field) || !field.writable) throw verbUnsupported(arrival.method, ["GET"]);
  return { collection: field };
}

/** Only collections have entries. */
export function checkCollection({ field }: Call & { readonly field: Field }): {
  readonly collection: GroupField;
} {
  if (!isGroup(field)) throw notFound("only collections have entries, this is a single field");
  return { collection: field };
}
