import type { FieldType } from "../field/field.ts";

/**
 * A search after parsing: everything resolved to fields, node ids, numbers and ISO dates, ready to become SQL. Results
 * are ascending by id, at most 1,000 (DOC); that is the store's part.
 */
export interface SearchQuery {
  readonly where: SearchNode;
}

export type SearchNode =
  /** All (`&`) or at least one (`|`) of the nodes. */
  | { readonly kind: "all" | "any"; readonly nodes: readonly SearchNode[] }
  | { readonly kind: "term"; readonly column: SearchColumn; readonly test: SearchTest }
  /** A date that cannot be read, or an empty bound, restricts nothing (DOC). */
  | { readonly kind: "everything" }
  /** A list value that does not exist filters out everything (DOC). */
  | { readonly kind: "nothing" };

/** Where a term looks: in the profile found, or in the job or person that a workflow is about. */
export interface SearchColumn {
  readonly of: "self" | "baseprofile" | "associatedprofile";
  readonly source: SearchSource;
}

export type SearchSource =
  | { readonly kind: "id" }
  | { readonly kind: "created-at" }
  | { readonly kind: "updated-at" }
  | { readonly kind: "field"; readonly fieldId: string; readonly type: FieldType }
  /** Some entry of the collection has such a child. */
  | {
      readonly kind: "child";
      readonly fieldId: string;
      readonly childId: string;
      readonly type: FieldType;
    }
  /** The company that a job's location belongs to. */
  | { readonly kind: "location-company" }
  /** A child of the address that a job's location names, which belongs to a company. */
  | { readonly kind: "location-child"; readonly childId: string; readonly type: FieldType }
  /** The positions of a job less its workflows in one of these statuses. */
  | { readonly kind: "positions-remaining"; readonly hired: readonly string[] };

export type SearchTest =
  /** Text: contains any of the values, or none of them when negated; compare without case where the tenant's switch says so. */
  | {
      readonly kind: "contains" | "equals";
      readonly values: readonly string[];
      readonly negated: boolean;
      readonly ignoreCase: boolean;
    }
  /** Node ids or exact texts: is, or holds, one of them. */
  | { readonly kind: "one-of"; readonly values: readonly string[]; readonly negated: boolean }
  /** Ids and numbers. */
  | {
      readonly kind: "number-one-of";
      readonly values: readonly number[];
      readonly negated: boolean;
    }
  | { readonly kind: "number-compare"; readonly operator: SearchComparison; readonly value: number }
  /** ISO dates (`date` fields) or ISO instants in UTC (`date-time`); both bounds included. */
  | { readonly kind: "date-range"; readonly from?: string; readonly to?: string }
  | {
      readonly kind: "date-compare";
      readonly operator: SearchComparison | "!=";
      readonly value: string;
    }
  | { readonly kind: "is-empty"; readonly negated: boolean };

export type SearchComparison = "<" | "<=" | ">" | ">=";
