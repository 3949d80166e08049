import {
  isFindings,
  parseSearchQuery,
  type ProfileNoun,
  type SearchQuery,
} from "@slipway/ats-model";
import type { Json } from "@slipway/foundation";

import type { SessionCall } from "../../call/call.ts";
import { queryParameter } from "../../call/query-parameter.ts";
import { SandboxProblem } from "../../call/sandbox.problems.ts";
import { parseJson, parseJsonBody } from "../../steps/parse-json-body.ts";
import { noteFilters } from "./note-filters.ts";
import { searchInvalid } from "./search.problems.ts";

interface Search {
  readonly query: SearchQuery;
  /** As sent, which is what equal searches have in common. */
  readonly json: Json;
}

type Needs = SessionCall & { readonly noun: ProfileNoun };

/** The query in the body of a POST. */
export function parseSearchBody(call: Needs): Search {
  const { arrival } = call;
  const empty = arrival.body.bytes === undefined || arrival.body.bytes.byteLength === 0;
  return parsed(call, () => (empty ? {} : parseJsonBody(call).json));
}

/** The query in the parameter `searchJson` of a GET. */
export function parseSearchParameter(call: Needs): Search {
  const text = queryParameter(call.arrival.query, "searchJson");
  return parsed(call, () => (text === undefined ? {} : parseJson(text, "parameter searchJson")));
}

function parsed(call: Needs, read: () => Json): Search {
  const { session, noun, notes } = call;
  const json = readJson(read);
  const query = parseSearchQuery(json, noun, session.tenant);
  if (isFindings(query)) throw searchInvalid(query, session.tenant);
  noteFilters(notes, noun, query);
  return { query, json };
}

// What is no JSON is a parse failure of the search (DOC), as null is; a wrong content type stays what it is.
function readJson(read: () => Json): Json {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof SandboxProblem && problem.code === "SANDBOX-BODY-UNREADABLE")
      return null;
    throw problem;
  }
}
