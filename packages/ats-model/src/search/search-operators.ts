import { unreachable } from "@slipway/foundation";
import type { SearchFilter } from "./search-filter.ts";

/** The operators of a filter (DOC). */
export type SearchOperator = "=" | "!=" | "<" | ">" | "<=" | ">=" | "==" | "!==";

const operators = new Set<unknown>(["=", "!=", "<", ">", "<=", ">=", "==", "!=="]);

/** Whether a JSON value is an operator. */
export function isOperator(json: unknown): json is SearchOperator {
  return operators.has(json);
}

const ofText: readonly SearchOperator[] = ["=", "!=", "==", "!=="];
const ofOrder: readonly SearchOperator[] = ["=", "!=", "<", ">", "<=", ">="];
const ofLists: readonly SearchOperator[] = ["=", "!="];

/** Whether an operator may be used with a filter of this kind (DOC). */
export function operatorFits(operator: SearchOperator, kind: SearchFilter["kind"]): boolean {
  return operatorsOf(kind).includes(operator);
}

function operatorsOf(kind: SearchFilter["kind"]): readonly SearchOperator[] {
  switch (kind) {
    case "text":
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
      return ofLists;
    case "listnode":
      return ["="];
    default:
      return unreachable(kind);
  }
}
