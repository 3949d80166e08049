import type {
  ProfileNoun,
  SearchColumn,
  SearchNode,
  SearchSource,
  SearchTest,
} from "@slipway/ats-model";
import { unreachable } from "@slipway/foundation";

import { testSql, type Bind, type Tested } from "./test-sql.ts";
import { valueRangeSql } from "./value-range-sql.ts";

/** What a search is turned into SQL with. */
export interface SearchContext {
  /** The type that is searched. */
  readonly noun: ProfileNoun;
  readonly bind: Bind;
  readonly isIndexed: (type: ProfileNoun, field: string) => boolean;
}

/** A search as an SQL condition on the table `profile` under the alias `p`; `$1` has to be the customer id. */
export function searchSql(node: SearchNode, context: SearchContext): string {
  switch (node.kind) {
    case "everything":
      return "true";
    case "nothing":
      return "false";
    case "all":
    case "any": {
      const word = node.kind === "all" ? " and " : " or ";
      return `(${node.nodes.map((one) => searchSql(one, context)).join(word)})`;
    }
    case "term":
      return termSql(node.column, node.test, context);
    default:
      return unreachable(node);
  }
}

/** The test itself, after what an index can say before any profile is read. */
function termSql(
  { of, source }: SearchColumn,
  test: SearchTest,
  { noun, bind, isIndexed }: SearchContext,
): string {
  const place = of === "self" ? { type: noun, id: "p.id" } : linkOf[of];
  const range =
    source.kind === "field" && isIndexed(place.type, source.fieldId)
      ? valueRangeSql(place, source, { test, bind })
      : undefined;
  if (range?.isExact === true) return range.sql;
  const exact =
    of === "self"
      ? sourceSql("p", source, { test, bind })
      : `exists (select from profile r where r.customer_id = $1 and r.type = '${place.type}'
          and r.id = ${place.id} and ${sourceSql("r", source, { test, bind })})`;
  if (of !== "self" && source.kind === "id")
    return `(${testSql({ sql: place.id, kind: "id" }, test, bind)} and ${exact})`;
  return range === undefined ? exact : `(${range.sql} and ${exact})`;
}

/** The links of a workflow are columns too, with indexes. */
const linkOf = {
  baseprofile: { type: "jobs", id: "p.job_id" },
  associatedprofile: { type: "people", id: "p.person_id" },
} as const;

interface Testing {
  readonly test: SearchTest;
  readonly bind: Bind;
}

function sourceSql(alias: "p" | "r", source: SearchSource, { test, bind }: Testing): string {
  switch (source.kind) {
    case "id":
      return testSql({ sql: `${alias}.id`, kind: "id" }, test, bind);
    case "created-at":
      return testSql({ sql: `${alias}.created_at`, kind: "instant" }, test, bind);
    case "updated-at":
      return testSql({ sql: `${alias}.updated_at`, kind: "instant" }, test, bind);
    case "location-company": {
      const sql = `(${alias}.doc -> 'joblocation' ->> 'companyId')::bigint`;
      return testSql({ sql, kind: "number" }, test, bind);
    }
    case "location-child":
      return locationChildSql(alias, source, { test, bind });
    case "positions-remaining":
      return testSql({ sql: remainingSql(alias, source.hired, bind), kind: "number" }, test, bind);
    case "field":
      return testSql(
        member(`${alias}.doc`, source.fieldId, { type: source.type, bind }),
        test,
        bind,
      );
    case "child":
      return childSql(alias, source, { test, bind });
    default:
      return unreachable(source);
  }
}

/** Some entry has such a child; negated, none has. */
function childSql(
  alias: "p" | "r",
  { fieldId, childId, type }: Extract<SearchSource, { kind: "child" }>,
  { test, bind }: Testing,
): string {
  const { condition, isNone } = someOf(test);
  // An empty collection is absent, and the elements of NULL are none.
  const entries = `jsonb_array_elements(${alias}.doc -> ${bind(fieldId)}::text)`;
  const some = `exists (select from ${entries} as entries (entry)
    where ${testSql(member("entry", childId, { type, bind }), condition, bind)})`;
  return isNone ? `not ${some}` : some;
}

/** The address that a job's location names has such a child; negated, it has not. */
function locationChildSql(
  alias: "p" | "r",
  { childId, type }: Extract<SearchSource, { kind: "location-child" }>,
  { test, bind }: Testing,
): string {
  const { condition, isNone } = someOf(test);
  const location = `${alias}.doc -> 'joblocation'`;
  const some = `exists (select from profile c, jsonb_array_elements(c.doc -> 'addresses') as addresses (address)
    where c.customer_id = $1 and c.type = 'companies' and c.id = (${location} ->> 'companyId')::bigint
      and address -> 'entry' = ${location} -> 'entry' and ${testSql(member("address", childId, { type, bind }), condition, bind)})`;
  return isNone ? `not ${some}` : some;
}

/** A test of some entry: what is asked of an entry, and whether none may have it. Empty is what no entry has. */
function someOf(test: SearchTest): { readonly condition: SearchTest; readonly isNone: boolean } {
  if (test.kind === "is-empty")
    return { condition: { kind: "is-empty", negated: true }, isNone: !test.negated };
  if (test.kind === "date-compare" && test.operator === "!=")
    return { condition: { kind: "date-range", from: test.value, to: test.value }, isNone: true };
  const isNone = "negated" in test && test.negated;
  return { condition: isNone ? { ...test, negated: false } : test, isNone };
}

/** An absent number of positions leaves nothing to compare. */
function remainingSql(alias: "p" | "r", hired: readonly string[], bind: Bind): string {
  return `((${alias}.doc ->> 'numberofpositions')::numeric - (select count(*) from profile w where w.customer_id = $1
    and w.type = 'applicantworkflows' and w.job_id = ${alias}.id and w.doc ->> 'status' = any(${bind(hired)}::text[])))`;
}

interface Member {
  readonly type: Extract<SearchSource, { kind: "field" }>["type"];
  readonly bind: Bind;
}

function member(document: string, id: string, { type, bind }: Member): Tested {
  const key = `${bind(id)}::text`;
  switch (type) {
    case "list-multiple":
      return { sql: `(${document} -> ${key})`, kind: "node-list" };
    case "number":
    case "decimal":
    case "person-link":
    case "job-link":
    case "profile-link":
      return { sql: `(${document} ->> ${key})::numeric`, kind: "number" };
    case "text":
    case "date":
    case "date-time":
    case "boolean":
    case "dropdown-single":
    case "dropdown-id":
    case "list-single":
    case "salary":
    case "currency":
    case "file":
    case "address-link":
    case "group":
    case "group-with-default":
      return { sql: `(${document} ->> ${key})`, kind: "text" };
    default:
      return unreachable(type);
  }
}
