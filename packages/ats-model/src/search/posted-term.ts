import type { SearchColumn, SearchNode, SearchTest } from "./search-query.ts";
import { isNegated } from "./search-operators.ts";
import type { RawTerm } from "./raw-term.ts";

/**
 * Whether a job is posted now: its post has begun and has not ended. `jobpost.isposted` takes Yes or No (CLI); any value of
 * the filters on places and kinds of posts means Yes, for we keep no more of a post than its dates.
 */
export function postedTerm({ filter, operator, values }: RawTerm, now: Date): SearchNode {
  const filled = values.map((value) => value.trim().toLowerCase()).filter((value) => value !== "");
  if (filled.length === 0) return { kind: "everything" };
  const isPlace = filter.kind === "posting";
  const wanted = new Set(isPlace ? [true] : filled.flatMap(readAnswer));
  const answers = [true, false].filter((answer) => wanted.has(answer) !== isNegated(operator));
  if (answers.length !== 1)
    return answers.length === 0 ? { kind: "nothing" } : { kind: "everything" };
  return answers[0] === true ? isPosted(filter.column, now) : isNotPosted(filter.column, now);
}

function readAnswer(value: string): readonly boolean[] {
  if (value === "yes") return [true];
  return value === "no" ? [false] : [];
}

function isPosted({ of }: SearchColumn, now: Date): SearchNode {
  const at = now.toISOString();
  return {
    kind: "all",
    nodes: [
      dated(of, "jobpoststart", { kind: "date-range", to: at }),
      {
        kind: "any",
        nodes: [
          dated(of, "jobpostend", { kind: "is-empty", negated: false }),
          dated(of, "jobpostend", { kind: "date-compare", operator: ">", value: at }),
        ],
      },
    ],
  };
}

function isNotPosted({ of }: SearchColumn, now: Date): SearchNode {
  const at = now.toISOString();
  return {
    kind: "any",
    nodes: [
      dated(of, "jobpoststart", { kind: "is-empty", negated: false }),
      dated(of, "jobpoststart", { kind: "date-compare", operator: ">", value: at }),
      dated(of, "jobpostend", { kind: "date-range", to: at }),
    ],
  };
}

function dated(of: SearchColumn["of"], fieldId: string, test: SearchTest): SearchNode {
  return {
    kind: "term",
    column: { of, source: { kind: "field", fieldId, type: "date-time" } },
    test,
  };
}
