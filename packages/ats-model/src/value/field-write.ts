import type { Finding } from "../field/finding.ts";
import type { StoredChild } from "../field/stored-value.ts";
import type { ListNode } from "../tenant/list-node.ts";

/**
 * A value read from the wire. `undefined` clears the field. For a collection the value is a list of entry changes, to be
 * brought in with `applyEntryChanges`; for all others it is the stored form.
 */
export interface FieldWrite {
  readonly value: StoredChild | readonly EntryChanges[] | undefined;
  /** Nodes that an open list (school, major, degree) gains by this write; the caller adds them to the tenant's lists. */
  readonly newNodes?: readonly NewListNode[];
  /** What was let pass with a warning: unknown names. */
  readonly warnings?: readonly Finding[];
}

/** A change of one collection entry: the entry meant, when the caller named one, and the children named, undefined to clear. */
export interface EntryChanges {
  readonly entry?: number;
  readonly children: Readonly<Record<string, StoredChild | undefined>>;
}

export interface NewListNode {
  readonly list: string;
  readonly node: ListNode;
}
