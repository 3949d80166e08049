import { AtsAnswerError } from "../error/ats-error.ts";
import { isObject } from "../is-object.ts";
import type { ProfileNoun } from "../profile/profiles.ts";
import type { AtsConnection } from "./ats-connection.ts";

/** The vendor's operators. `=` on a text means contains; `==` is exact. */
export type SearchOperator = "=" | "!=" | "<" | ">" | "<=" | ">=" | "==" | "!==";

/** Left out, the operator is `=`. Several values mean any of them; `secondaryValue` is the end of a range of dates. */
export interface SearchFilter {
  /** Such as `person.email` or `applicantworkflow.customfield3045.text`. */
  readonly name: string;
  readonly value?: readonly (string | number)[];
  readonly secondaryValue?: readonly (string | number)[];
  readonly operator?: SearchOperator;
}

/** The vendor's query: at least one filter. Left out, the operator is `&`. */
export interface SearchQuery {
  readonly filters: readonly SearchFilter[];
  readonly operator?: "&" | "|";
  readonly children?: readonly SearchQuery[];
}

export interface SearchOptions {
  /** How many minutes old a result may be; 0 searches anew. Left out, the ATS takes 15. */
  readonly stalenessMinutes?: number;
}

export interface SearchHit {
  readonly id: number;
  /** The profile's absolute address. */
  readonly self: string;
}

export interface Search extends SearchOptions {
  readonly noun: ProfileNoun;
  readonly query: SearchQuery;
}

const pageSize = 1000;
const filterPrefix = {
  people: "person",
  jobs: "job",
  companies: "company",
  applicantworkflows: "applicantworkflow",
} as const satisfies Record<ProfileNoun, string>;

/**
 * Every hit, ascending by id, page by page as it is asked for. The ATS gives 1,000 at most and does not say whether there
 * are more, so that a full page is followed by one more call.
 */
export async function* searchAll(
  connection: AtsConnection,
  search: Search,
): AsyncGenerator<SearchHit, void, undefined> {
  for (let query = search.query; ;) {
    const hits = await searchPage(connection, { ...search, query });
    yield* hits;
    const last = hits.at(-1);
    if (last === undefined || hits.length < pageSize) return;
    query = after(search, last.id);
  }
}

// The condition joins whatever group the caller has by "and".
function after({ noun, query }: Search, id: number): SearchQuery {
  const filter = { name: `${filterPrefix[noun]}.id`, value: [String(id)], operator: ">" } as const;
  const isAnd = (query.operator ?? "&") === "&";
  return isAnd
    ? { ...query, filters: [...query.filters, filter] }
    : { filters: [filter], operator: "&", children: [query] };
}

async function searchPage(
  connection: AtsConnection,
  { noun, query, stalenessMinutes }: Search,
): Promise<readonly SearchHit[]> {
  const path = `/search/${noun}`;
  const suffix = stalenessMinutes === undefined ? "" : `?staleness=${stalenessMinutes}`;
  const { json, status } = await connection.call({
    method: "POST",
    address: `${path}${suffix}`,
    json: query,
    isIdempotent: true, // A search changes nothing, although it is a POST.
  });
  const results = isObject(json) ? json["searchResults"] : undefined;
  if (Array.isArray(results) && results.every(isObject)) return results.map(toHit);
  throw new AtsAnswerError({
    method: "POST",
    path,
    status,
    expected: "an object with the array searchResults",
    arrived: "none",
  });
}

// One source of the vendor's documents shows ids as texts.
function toHit({ id, self }: Readonly<Record<string, unknown>>): SearchHit {
  return { id: Number(id), self: String(self) };
}
