import type { ProfileNoun, ProfileRef } from "@slipway/ats-model";

import type { CallNotes, NotedField } from "../call/call.ts";

/** Names that no field could have are left out of the record: they would only carry whatever a caller put there. */
const plausible = /^[\w.-]{1,64}$/;

/** A profile, or only its type where no profile is named. */
export interface NotedPlace {
  readonly noun: ProfileNoun;
  readonly id: number | undefined;
}

/** Notes fields named in `fields=`, in a path or in a filter. */
export function noteRequested(notes: CallNotes, place: NotedPlace, names: readonly string[]): void {
  notes.requested.push(...noted(place, names));
}

/** Notes fields sent, whatever becomes of them. */
export function noteSent(notes: CallNotes, place: NotedPlace, names: readonly string[]): void {
  notes.sent.push(...noted(place, names));
}

/** Notes what an answer carries: each member, and for a collection the children that some entry has. */
export function noteDelivered(
  notes: CallNotes,
  { ref, byDefault }: { readonly ref: ProfileRef; readonly byDefault: boolean },
  wire: object,
): void {
  const list = byDefault ? notes.deliveredByDefault : notes.delivered;
  // `Object.entries` of an object of unknown members gives `any`.
  for (const [field, value] of Object.entries(wire) as [string, unknown][]) {
    if (field === "links" || field === "warnings") continue;
    list.push({ noun: ref.noun, profileId: ref.id, field });
    for (const child of childrenIn(value))
      list.push({ noun: ref.noun, profileId: ref.id, field: `${field}.${child}` });
  }
}

/** The names in a body sent to a profile: fields, and for a collection the children that some entry has. */
export function sentNames(json: unknown): readonly string[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return [];
  return Object.entries(json as Record<string, unknown>).flatMap(([field, value]) => {
    if (field === "links") return [];
    const children = childrenIn(value);
    return children.length === 0 ? [field] : children.map((child) => `${field}.${child}`);
  });
}

// The values of list fields are objects as well: only elements with an entry number, or any element sent, make a collection.
function childrenIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const names = new Set<string>();
  // An array of whatever was sent.
  for (const entry of value as readonly unknown[]) {
    if (typeof entry !== "object" || entry === null || isListValue(entry)) continue;
    for (const name of Object.keys(entry)) if (name !== "entry") names.add(name);
  }
  return [...names];
}

function isListValue(entry: object): boolean {
  return !("entry" in entry) && ("value" in entry || "id" in entry);
}

function noted({ noun, id }: NotedPlace, names: readonly string[]): readonly NotedField[] {
  return names
    .filter((name) => plausible.test(name))
    .map((field) => ({ noun, ...(id === undefined ? {} : { profileId: id }), field }));
}
