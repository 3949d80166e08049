/** What can be wrong in a payload; stable, added to freely, never renamed. */
export type FindingCode =
  | "ambiguous-list-value"
  | "hidden-list-value"
  | "not-an-object"
  | "not-in-list"
  | "not-writable"
  | "number-out-of-range"
  | "text-not-unicode"
  | "text-too-long"
  | "too-many-values"
  | "unknown-entry"
  | "unknown-field"
  | "unreadable-date"
  | "value-required"
  | "wrong-type"
  | SearchFindingCode;

export type SearchFindingCode =
  | "search-filter-missing"
  | "search-filter-invalid"
  | "search-operator-invalid"
  | "search-group-operator-invalid"
  | "search-filter-attribute-unknown"
  | "search-group-attribute-unknown"
  | "search-unparseable";

/** Something wrong at one place of a payload. */
export interface Finding {
  /** Where: `assessmentresults[0].assessmentnotes`, `filters[1].name`; empty for the payload as a whole. */
  readonly path: string;
  readonly code: FindingCode;
  /** What was expected, what arrived; for search the vendor's own text (DOC). */
  readonly message: string;
}

/** Tells findings from a result. */
export function isFindings(result: object): result is readonly Finding[] {
  return Array.isArray(result);
}
