import {
  applyEntryChanges,
  type EntryChanges,
  type GroupField,
  type ProfileDoc,
  type ProfileNoun,
  type ProfileRef,
  type Tenant,
} from "@slipway/ats-model";

import { checkRequired, linkedBy } from "../profile/document-after.ts";
import { accepted } from "../profile/profile.problems.ts";
import { entryNotFound } from "./collection.problems.ts";
import { entriesOf, withEntries } from "./entries-of.ts";

export interface EntryPlace {
  readonly noun: ProfileNoun;
  readonly collection: GroupField;
  readonly tenant: Tenant;
}

/** A document after one of its entries was changed. */
export interface EntryChange {
  readonly doc: ProfileDoc;
  readonly linked: readonly ProfileRef[];
  /** The entry made, changed, or found to be the same already. */
  readonly entry: number;
}

/** Adds an entry under the number given; an equal one that is there already is taken for it (DOC). */
export function addEntry(
  doc: ProfileDoc,
  { children }: Pick<EntryChanges, "children">,
  place: EntryPlace & { readonly fresh: number },
): EntryChange {
  return applied(doc, { children }, place);
}

/** Changes the children named of an entry; throws when there is no such entry. */
export function changeEntry(
  doc: ProfileDoc,
  change: EntryChanges & { readonly entry: number },
  place: EntryPlace,
): EntryChange {
  refuseUnknown(doc, change.entry, place);
  return applied(doc, change, { ...place, fresh: undefined });
}

/** Takes an entry out; throws when there is none, or a required collection would become empty. */
export function removeEntry(doc: ProfileDoc, entry: number, place: EntryPlace): EntryChange {
  refuseUnknown(doc, entry, place);
  const { collection, noun, tenant } = place;
  const rest = entriesOf(doc, collection).filter((one) => one.entry !== entry);
  const after = withEntries(doc, collection, rest);
  checkRequired(after, noun, tenant);
  return { doc: after, linked: [], entry };
}

function applied(
  doc: ProfileDoc,
  change: EntryChanges,
  { noun, collection, tenant, fresh }: EntryPlace & { readonly fresh: number | undefined },
): EntryChange {
  const takeEntry = (): number => {
    if (fresh === undefined) throw new Error("Expected a change of an entry that is there");
    return fresh;
  };
  const { entries, touched } = accepted(
    applyEntryChanges({ field: collection, entries: entriesOf(doc, collection) }, [change], {
      takeEntry,
      others: "keep",
    }),
    tenant,
  );
  const [entry] = touched;
  if (entry === undefined) throw new Error("Expected the entry that the change ended in");
  const after = withEntries(doc, collection, entries);
  checkRequired(after, noun, tenant);
  const write = { writes: [{ field: collection, write: { value: [change] } }] };
  return { doc: after, linked: linksAnything(collection) ? linkedBy(after, write) : [], entry };
}

function linksAnything({ children }: GroupField): boolean {
  return children.some((child) => "target" in child || child.type === "address-link");
}

function refuseUnknown(doc: ProfileDoc, entry: number, { collection }: EntryPlace): void {
  if (!entriesOf(doc, collection).some((one) => one.entry === entry)) throw entryNotFound();
}
