import {
  isFindings,
  parseSearchQuery,
  type ProfileNoun,
  type SearchQuery,
} from "@slipway/ats-model";
import type { Json } from "@slipway/foundation";

import type { SessionCall } from "../../call/call.ts";
import { SandboxProblem } from "../../call/sandbox.problems.ts";
import { noteFilters } from "./note-filters.ts";
import { searchInvalid } from "./search.problems.ts";

export type SearchCall = SessionCall & { readonly noun: ProfileNoun };

export interface ReadSearch {
  readonly query: SearchQuery;
  /** As sent, which is what equal searches have in common. */
  readonly json: Json;
}

/** A query, wherever it stands in the request; throws for each fault in it. */
export function readSearch({ session, noun, notes }: SearchCall, read: () => Json): ReadSearch {
  const json = readJson(read);
  const query = parseSearchQuery(json, noun, {
    settings: session.tenant.settings,
    now: session.clock.now(),
  });
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
