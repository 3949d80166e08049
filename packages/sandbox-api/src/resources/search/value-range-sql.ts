import type { SearchSource, SearchTest } from "@slipway/ats-model";
import { unreachable } from "@slipway/foundation";

import type { Bind } from "./test-sql.ts";

/** More values are not looked up one by one. */
const mostValues = 50;

/** Longer values are cut to so many characters. */
const cutAt = 200;

/** Whose id is looked for: the type, and the id as SQL. */
export interface Place {
  readonly type: string;
  readonly id: string;
}

/** Whether a profile is among those with such a value, by the index of values. */
export interface ValueRange {
  readonly sql: string;
  /** Whether it holds those that pass the test and no others, so that no profile need be read; otherwise it may hold others. */
  readonly isExact: boolean;
}

/** Undefined where the index cannot tell. No profile that passes the test is left out. */
export function valueRangeSql(
  { type, id }: Place,
  source: Extract<SearchSource, { kind: "field" }>,
  { test, bind }: { readonly test: SearchTest; readonly bind: Bind },
): ValueRange | undefined {
  const condition = conditionOf(test, bind);
  if (condition === undefined) return undefined;
  const ids = `select v.profile_id from profile_value v where v.customer_id = $1 and v.type = '${type}'
    and v.field = ${bind(source.fieldId)}::text and ${condition}`;
  // How many texts contain another nobody can estimate: as an array they are looked up, instead of read beside all profiles.
  const sql = test.kind === "contains" ? `${id} = any(array(${ids}))` : `${id} in (${ids})`;
  return { sql, isExact: isExact(test) };
}

/** Values are there in lower case and cut short. */
function isExact(test: SearchTest): boolean {
  return (
    test.kind === "equals" && test.ignoreCase && test.values.every(({ length }) => length < cutAt)
  );
}

function conditionOf(test: SearchTest, bind: Bind): string | undefined {
  switch (test.kind) {
    case "equals":
    case "one-of":
      return test.negated ? undefined : oneOf(test.values, (value) => `${bind(value)}::text`);
    case "number-one-of":
      return test.negated
        ? undefined
        : oneOf(test.values, (value) => `${bind(value)}::numeric::text`);
    case "contains":
      return test.negated ? undefined : containing(test.values, bind);
    case "number-compare":
    case "date-range":
    case "date-compare":
    case "is-empty":
      return undefined;
    default:
      return unreachable(test);
  }
}

/**
 * Reads all values of the field, which are far less than all profiles. One that was cut may go on with anything: the profile
 * itself is looked at.
 */
function containing(parts: readonly string[], bind: Bind): string {
  const patterns = parts.map((part) => `%${part.replaceAll(/[\\%_]/gu, "\\$&")}%`);
  return `(length(v.value) >= ${cutAt} or v.value like any(
    (select array_agg(lower(pattern)) from unnest(${bind(patterns)}::text[]) as pattern)::text[]))`;
}

/** With one value PostgreSQL reads the ids in their order, so it need not gather them all for the first page. */
function oneOf<Value>(
  values: readonly Value[],
  textOf: (value: Value) => string,
): string | undefined {
  if (values.length > mostValues) return undefined;
  const entries = values.map((value) => `lower(left(${textOf(value)}, ${cutAt}))`);
  return entries.length === 1
    ? `v.value = ${entries.join()}`
    : `v.value = any(array[${entries.join()}]::text[])`;
}
