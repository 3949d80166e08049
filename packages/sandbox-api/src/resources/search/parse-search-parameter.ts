import { queryParameter } from "../../call/query-parameter.ts";
import { parseJson } from "../../steps/parse-json-body.ts";
import { readSearch, type ReadSearch, type SearchCall } from "./read-search.ts";

/** The query in the parameter `searchJson` of a GET. */
export function parseSearchParameter(call: SearchCall): ReadSearch {
  const text = queryParameter(call.arrival.query, "searchJson");
  return readSearch(call, () =>
    text === undefined ? {} : parseJson(text, "parameter searchJson"),
  );
}
