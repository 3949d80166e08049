import { unreachable } from "@slipway/foundation";
import type { SearchFilter } from "./search-filter.ts";

/** The operators of a filter (DOC). */
export type SearchOperator = "=" | "!=" | "<" | ">" | "<=" | ">=" | "==" | "!==";

/** All operators of filters, whether or not a filter of some kind takes them. */
export const searchOperators: readonly SearchOperator[] = [
  "=",
  "!=",
  "<",
  ">",
  "<=",
  ">=",
  "==",
  "!==",
];

const operators = new Set<unknown>(searchOperators);

/** Whether a JSON value is an operator. */
export function isOperator(json: unknown): json is SearchOperator {
  return operators.has(json);
}

/** Whether an operator asks for what does not fit. */
export function isNegated(operator: SearchOperator): boolean {
  return operator === "!=" || operator === "!==";
}

const ofText: readonly SearchOperator[] = ["=", "!=", "==", "!=="];
const ofOrder: readonly SearchOperator[] = ["=", "!=", "<", ">", "<=", ">="];
const ofLists: readonly SearchOperator[] = ["=", "!="];

/** Whether an operator may be used with a filter of this kind (DOC). */
export function operatorFits(operator: SearchOperator, kind: SearchFilter["kind"]): boolean {
  return operatorsOf(kind).includes(operator);
}

/** The operators of a kind of filter (DOC). */
export function operatorsOf(kind: SearchFilter["kind"]): readonly SearchOperator[] {
  switch (kind) {
    case "text":
    case "node-text":
      return ofText;
    case "id":
    case "number":
    case "date":
    case "date-time":
      return ofOrder;
    case "multiselect":
    case "select":
    case "bin":
    case "id-csv":
    case "posted":
    case "posting":
      return ofLists;
    case "listnode":
    case "zip-radius":
      return ["="];
    default:
      return unreachable(kind);
  }
}
