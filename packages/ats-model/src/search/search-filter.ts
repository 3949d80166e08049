import type { FilterKind } from "../field/field.ts";
import type { SearchColumn } from "./search-query.ts";

/** A filter that a search knows: where it looks and how values are read. */
export interface SearchFilter {
  readonly kind: FilterKind | "id" | "id-csv" | "bin";
  readonly column: SearchColumn;
  /** The list of a `multiselect`, `listnode` or `select`. */
  readonly list?: string;
}
