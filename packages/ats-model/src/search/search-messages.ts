import type { SearchFindingCode } from "../field/finding.ts";

/** The vendor's texts for what is wrong with a search (DOC); a name or operator follows after a colon and a blank. */
export const searchMessages: Readonly<Record<SearchFindingCode, string>> = {
  "search-filter-missing": "At least one filter must be specified",
  "search-filter-invalid": "The following filter is either not valid or hidden",
  "search-operator-invalid": "The following filter operator is not valid in the given context",
  "search-group-operator-invalid": "The following group operator is not valid in the given context",
  "search-filter-attribute-unknown": "The following filter attribute is unrecognized",
  "search-group-attribute-unknown": "The following group attribute is unrecognized",
  "search-unparseable": "An unknown parsing error occurred",
};
