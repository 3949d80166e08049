import type { GroupField, ProfileDoc, StoredEntry, StoredValue } from "@slipway/ats-model";

/** The entries of a collection; none when it is empty. */
export function entriesOf(doc: ProfileDoc, { id }: GroupField): readonly StoredEntry[] {
  const stored = Object.hasOwn(doc, id) ? doc[id] : undefined;
  return isEntries(stored) ? stored : [];
}

/** The document with these entries in place of those it had; an empty collection is absent. */
export function withEntries(
  doc: ProfileDoc,
  { id }: GroupField,
  entries: readonly StoredEntry[],
): ProfileDoc {
  const { [id]: _before, ...others } = doc;
  if (entries.length === 0) return others;
  return Object.hasOwn(doc, id) ? { ...doc, [id]: entries } : { ...others, [id]: entries };
}

// The document of a collection field holds entries: the writer saw to it.
function isEntries(stored: StoredValue | undefined): stored is readonly StoredEntry[] {
  return Array.isArray(stored) && stored.every((entry) => typeof entry === "object");
}
