import type { FilterKind } from "../field/field.ts";
import type { SearchColumn } from "./search-query.ts";

/** A filter that a search knows: where it looks and how values are read. */
export interface SearchFilter {
  readonly kind:
    | FilterKind
    | "id"
    | "id-csv"
    | "bin"
    /** The text of a list item, compared as text is. */
    | "node-text"
    | "zip-radius"
    /** Whether a job is posted now. */
    | "posted"
    /** Where or how a job is posted, of which we know no more than whether it is. */
    | "posting";
  readonly column: SearchColumn;
  /** The list of a `multiselect`, `listnode` or `select`. */
  readonly list?: string;
}
