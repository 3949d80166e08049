import { unreachable } from "@slipway/foundation";
import type { SearchSource } from "./search-query.ts";

/** The id of the field that a search looks at; of a child, with the id of its collection before it. */
export function searchedField(source: SearchSource): string {
  switch (source.kind) {
    case "id":
      return "id";
    case "created-at":
      return "createddate";
    case "updated-at":
      return "updateddate";
    case "field":
      return source.fieldId;
    case "child":
      return `${source.fieldId}.${source.childId}`;
    case "location-company":
    case "location-child":
      return "joblocation";
    case "positions-remaining":
      return "numberofpositions";
    default:
      return unreachable(source);
  }
}
