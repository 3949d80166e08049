import { canonicalJson } from "@slipway/foundation";
import type { GroupField } from "../field/field.ts";
import type { Finding } from "../field/finding.ts";
import type { StoredChild, StoredEntry } from "../field/stored-value.ts";
import type { EntryChanges } from "../value/field-write.ts";
import { refuse } from "../value/read-result.ts";

/** A collection after a write, and the entry that each change ended in. */
export interface AppliedEntries {
  readonly entries: readonly StoredEntry[];
  /** Per change the number of the entry made, changed, or found to be the same already. */
  readonly touched: readonly number[];
}

export interface EntryOptions {
  /** Gives the number for a new entry. */
  readonly takeEntry: () => number;
  /** What becomes of entries that the write does not name. */
  readonly others: "keep" | "drop";
}

/** What a write of a collection starts from. */
export interface Collection {
  readonly field: GroupField;
  readonly entries: readonly StoredEntry[];
}

/**
 * Brings entry changes into a collection. Without a number a change adds an entry, with one it changes that entry, where an
 * unknown number is a finding. A change that would make an entry equal to another reports success and changes nothing (DOC).
 * In a collection with a default, a new primary entry takes the mark from the others (INF).
 */
export function applyEntryChanges(
  { field, entries }: Collection,
  changes: readonly EntryChanges[],
  options: EntryOptions,
): AppliedEntries | readonly Finding[] {
  let current = entries;
  const touched: number[] = [];
  const findings: Finding[] = [];
  for (const [index, change] of changes.entries()) {
    const applied = applyOne({ field, entries: current }, change, options);
    if ("touched" in applied) {
      current = applied.entries;
      touched.push(...applied.touched);
    } else {
      findings.push(
        ...applied.map((one) => ({ ...one, path: `${field.id}[${index}].${one.path}` })),
      );
    }
  }
  if (findings.length > 0) return findings;
  return {
    entries:
      options.others === "drop" ? current.filter(({ entry }) => touched.includes(entry)) : current,
    touched,
  };
}

function applyOne(
  { field, entries }: Collection,
  change: EntryChanges,
  options: EntryOptions,
): AppliedEntries | readonly Finding[] {
  const before = entries.find(({ entry }) => entry === change.entry);
  if (change.entry !== undefined && before === undefined) {
    return refuse(
      "entry",
      "unknown-entry",
      `Expected the number of an entry of ${field.id}, found ${change.entry}`,
    );
  }
  const children = mergedChildren(field, before, change);
  if (Object.keys(children).length === 0 && before === undefined) {
    return refuse(
      "entry",
      "value-required",
      `Expected at least one child of ${field.id} with a value`,
    );
  }
  const twin = entries.find((one) => one !== before && sameChildren(one, children));
  if (twin !== undefined) return { entries, touched: [before?.entry ?? twin.entry] };
  const after: StoredEntry = { ...children, entry: before?.entry ?? options.takeEntry() };
  const rest =
    field.type === "group-with-default" && after.primary === true ? entries.map(unmarked) : entries;
  return {
    entries:
      before === undefined
        ? [...rest, after]
        : rest.map((one) => (one.entry === after.entry ? after : one)),
    touched: [after.entry],
  };
}

type Children = Readonly<Record<string, StoredChild>>;

function mergedChildren(
  field: GroupField,
  before: StoredEntry | undefined,
  change: EntryChanges,
): Children {
  // Children that the user does not see are no children of its field, and stay as they are.
  const unseen = Object.entries(before ?? {}).filter(
    ([id]) => id !== "entry" && !field.children.some((child) => child.id === id),
  );
  const members = field.children.flatMap(({ id }): readonly (readonly [string, StoredChild])[] => {
    const value = Object.hasOwn(change.children, id) ? change.children[id] : before?.[id];
    return value === undefined ? [] : [[id, value]];
  });
  return Object.fromEntries([...unseen, ...members]);
}

function sameChildren(entry: StoredEntry, children: Children): boolean {
  return canonicalJson(entry) === canonicalJson({ ...children, entry: entry.entry });
}

function unmarked(entry: StoredEntry): StoredEntry {
  const { primary, ...rest } = entry;
  return primary === true ? rest : entry;
}
