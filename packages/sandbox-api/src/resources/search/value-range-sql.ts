import type { SearchSource, SearchTest } from "@slipway/ats-model";
import { unreachable } from "@slipway/foundation";

import type { Bind } from "./test-sql.ts";

/** More values are not looked up one by one. */
const mostValues = 50;

/** Longer values are cut to so many characters. */
const cutAt = 200;

/**
 * The ids of the profiles with such a value, from the index of values; undefined where the index cannot tell. It leaves out no
 * profile that passes the test, but may hold others: values are there in lower case and cut short.
 */
export function valueRangeSql(
  type: string,
  source: Extract<SearchSource, { kind: "field" }>,
  { test, bind }: { readonly test: SearchTest; readonly bind: Bind },
): string | undefined {
  const condition = conditionOf(test, bind);
  return condition === undefined
    ? undefined
    : `select v.profile_id from profile_value v where v.customer_id = $1 and v.type = '${type}'
        and v.field = ${bind(source.fieldId)}::text and ${condition}`;
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
  return `(length(v.value) >= ${cutAt} or exists (select from unnest(${bind(parts)}::text[]) as part
    where strpos(v.value, lower(part)) > 0))`;
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
