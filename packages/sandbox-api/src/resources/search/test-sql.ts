import type { SearchTest } from "@slipway/ats-model";
import { unreachable } from "@slipway/foundation";

/** Takes a value of the statement and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** What a test looks at: an SQL expression and what it holds; an `id` is a whole number that is never absent. */
export interface Tested {
  readonly sql: string;
  readonly kind: "id" | "text" | "number" | "instant" | "node-list";
}

/** One test as an SQL condition. An absent value passes no test but a negated one and that for emptiness. */
export function testSql(tested: Tested, test: SearchTest, bind: Bind): string {
  const { sql } = tested;
  switch (test.kind) {
    case "contains": {
      const [value, part] = test.ignoreCase ? [`lower(${sql})`, "lower(part)"] : [sql, "part"];
      const some = `exists (select from unnest(${bind(test.values)}::text[]) as part
        where strpos(${value}, ${part}) > 0)`;
      return unless(test.negated, tested, some);
    }
    case "equals": {
      const values = test.ignoreCase ? test.values.map((one) => one.toLowerCase()) : test.values;
      const value = test.ignoreCase ? `lower(${sql})` : sql;
      return unless(test.negated, tested, `${value} = any(${bind(values)}::text[])`);
    }
    case "one-of": {
      const held =
        tested.kind === "node-list"
          ? `${sql} ?| ${bind(test.values)}::text[]`
          : `${sql} = any(${bind(test.values)}::text[])`;
      return unless(test.negated, tested, held);
    }
    case "number-one-of":
      return tested.kind === "id"
        ? `${sql} ${test.negated ? "<> all" : "= any"}(${bind(test.values)}::bigint[])`
        : unless(test.negated, tested, `${sql} = any(${bind(test.values)}::numeric[])`);
    case "number-compare":
      return tested.kind === "id"
        ? `${sql} ${test.operator} ${bind(test.value)}::bigint`
        : `coalesce(${sql} ${test.operator} ${bind(test.value)}::numeric, false)`;
    case "date-range":
      return dateRangeSql(tested, test, bind);
    case "date-compare":
      return test.operator === "!="
        ? unless(true, tested, `${ordered(tested)} = ${bound(tested, test.value, bind)}`)
        : `coalesce(${ordered(tested)} ${test.operator} ${bound(tested, test.value, bind)}, false)`;
    case "is-empty":
      return test.negated ? `${sql} is not null` : `${sql} is null`;
    default:
      return unreachable(test);
  }
}

function unless(negated: boolean, { sql }: Tested, held: string): string {
  return negated ? `(${sql} is null or not (${held}))` : `coalesce(${held}, false)`;
}

function dateRangeSql(
  tested: Tested,
  { from, to }: Extract<SearchTest, { kind: "date-range" }>,
  bind: Bind,
): string {
  const value = ordered(tested);
  const bounds = [
    ...(from === undefined ? [] : [`${value} >= ${bound(tested, from, bind)}`]),
    ...(to === undefined ? [] : [`${value} <= ${bound(tested, to, bind)}`]),
  ];
  return `coalesce(${bounds.join(" and ")}, false)`;
}

// ISO dates sort as texts where the language does not meddle.
function ordered({ sql, kind }: Tested): string {
  return kind === "instant" ? sql : `${sql} collate "C"`;
}

function bound({ kind }: Tested, value: string, bind: Bind): string {
  return `${bind(value)}::${kind === "instant" ? "timestamptz" : "text"}`;
}
