import type { Field } from "../field/field.ts";
import { isGroup } from "../field/field.ts";
import type { Finding } from "../field/finding.ts";
import type { ProfileDoc, StoredChild, StoredEntry, StoredValue } from "../field/stored-value.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { EntryChanges, FieldWrite } from "../value/field-write.ts";
import { isEntries } from "../value/stored-shapes.ts";
import { applyEntryChanges } from "./apply-entry-changes.ts";
import type { ProfileWrite } from "./parse-profile-write.ts";

export interface ApplyOptions {
  readonly tenant: Pick<Tenant, "settings">;
  /** Gives the number for a new collection entry; unique within the tenant, as recorded numbers suggest (PAY). */
  readonly takeEntry: () => number;
}

/** The document after a write, with untouched values as they were; or findings, when an entry named does not exist. */
export function applyProfileWrite(
  doc: ProfileDoc,
  { writes }: Pick<ProfileWrite, "writes">,
  options: ApplyOptions,
): { readonly doc: ProfileDoc } | readonly Finding[] {
  const values = new Map(Object.entries(doc));
  const findings: Finding[] = [];
  for (const { field, write } of writes) {
    const applied = valueAfter(field, { before: values.get(field.id), write }, options);
    if (!("stored" in applied)) findings.push(...applied);
    else if (applied.stored === undefined) values.delete(field.id);
    else values.set(field.id, applied.stored);
  }
  return findings.length > 0 ? findings : { doc: Object.fromEntries(values) };
}

/** The ids of required fields that the document leaves empty; a write that leaves any is refused even if it named none (3P). */
export function missingRequired(
  noun: ProfileNoun,
  doc: ProfileDoc,
  tenant: Pick<Tenant, "settings">,
): readonly string[] {
  return tenant.settings.requiredFields[noun].filter((id) => !Object.hasOwn(doc, id));
}

interface Change {
  readonly before: StoredValue | undefined;
  readonly write: FieldWrite;
}

function valueAfter(
  field: Field,
  { before, write }: Change,
  { tenant, takeEntry }: ApplyOptions,
): { readonly stored: StoredValue | undefined } | readonly Finding[] {
  if (!isGroup(field) || write.value === undefined) return { stored: scalarOf(write) };
  const entries = before !== undefined && isEntries(before) ? before : [];
  const others =
    tenant.settings.switches.patchCollectionWithoutEntry === "replace" ? "drop" : "keep";
  const applied = applyEntryChanges({ field, entries }, changesOf(write), { takeEntry, others });
  return "touched" in applied ? { stored: nonEmpty(applied.entries) } : applied;
}

// `fromWire` gives entry changes for collections and stored values for everything else.
function scalarOf(write: FieldWrite): StoredChild | undefined {
  return write.value as StoredChild | undefined;
}

function changesOf(write: FieldWrite): readonly EntryChanges[] {
  return write.value as readonly EntryChanges[];
}

function nonEmpty(entries: readonly StoredEntry[]): readonly StoredEntry[] | undefined {
  return entries.length === 0 ? undefined : entries;
}
