import {
  searchedField,
  type ProfileNoun,
  type SearchNode,
  type SearchQuery,
} from "@slipway/ats-model";

import type { CallNotes } from "../../call/call.ts";
import { noteRequested } from "../../recording/note-fields.ts";

/** Fields that a query filters on count as asked for, of the type that they belong to and of no profile. */
export function noteFilters(notes: CallNotes, noun: ProfileNoun, { where }: SearchQuery): void {
  const seen = new Set<string>();
  for (const [of, field] of fieldsIn(where)) {
    const owner = of === "self" ? noun : linkedNoun[of];
    if (seen.has(`${owner}.${field}`)) continue;
    seen.add(`${owner}.${field}`);
    noteRequested(notes, { noun: owner, id: undefined }, [field]);
  }
}

type Owner = "self" | "baseprofile" | "associatedprofile";

const linkedNoun = {
  baseprofile: "jobs",
  associatedprofile: "people",
} as const satisfies Record<Exclude<Owner, "self">, ProfileNoun>;

function fieldsIn(node: SearchNode): readonly (readonly [of: Owner, field: string])[] {
  if (node.kind === "all" || node.kind === "any") return node.nodes.flatMap(fieldsIn);
  return node.kind === "term" ? [[node.column.of, searchedField(node.column.source)]] : [];
}
