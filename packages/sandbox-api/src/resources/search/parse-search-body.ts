import { parseJsonBody } from "../../steps/parse-json-body.ts";
import { readSearch, type ReadSearch, type SearchCall } from "./read-search.ts";

/** The query in the body of a POST. */
export function parseSearchBody(call: SearchCall): ReadSearch {
  const { bytes } = call.arrival.body;
  const isAbsent = bytes === undefined || bytes.byteLength === 0;
  return readSearch(call, () => (isAbsent ? {} : parseJsonBody(call).json));
}
