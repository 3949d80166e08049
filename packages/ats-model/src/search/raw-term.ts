import type { SearchFilter } from "./search-filter.ts";
import type { SearchOperator } from "./search-operators.ts";

/** A filter with its operator and values, before they mean anything. */
export interface RawTerm {
  readonly filter: SearchFilter;
  readonly operator: SearchOperator;
  readonly values: readonly string[];
  readonly upper: readonly string[];
}
