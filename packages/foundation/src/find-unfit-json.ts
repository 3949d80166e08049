import type { Json } from "./json.ts";

/** Deepest nesting taken: documented bodies need 5 levels. */
const maxDepth = 64;

/** Most values taken altogether: a search with 1,000 ids or a profile with all its collections full stays far below. */
const maxValues = 20_000;

/** Most members of one object: a profile with every field sent stays far below. */
const maxMembers = 1_000;

/** What a message says of it. */
export interface UnfitJson {
  readonly expected: string;
  readonly found: string;
}

/**
 * The first thing in a parsed JSON value that must not go further: nesting too deep, a number beyond the range of
 * a double, a text that is not Unicode or holds NUL (the database keeps neither), a member named `__proto__`. Walks without
 * recursion, so that depth cannot exhaust the stack.
 */
export function findUnfitJson(root: Json): UnfitJson | undefined {
  let level: readonly Json[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth)
      return { expected: `at most ${maxDepth} levels of nesting`, found: "more" };
    values += level.length;
    if (values > maxValues) return { expected: `at most ${maxValues} values`, found: "more" };
    const next: Json[] = [];
    for (const value of level) {
      const unfit = unfitScalar(value) ?? collectMembers(value, next);
      if (unfit !== undefined) return unfit;
    }
    level = next;
  }
  return undefined;
}

function collectMembers(value: Json, into: Json[]): UnfitJson | undefined {
  if (value === null || typeof value !== "object") return undefined;
  // Parsed JSON has no members without a value.
  const members = Object.entries(value) as [string, Json][];
  if (!Array.isArray(value) && members.length > maxMembers)
    return { expected: `at most ${maxMembers} members in one object`, found: "more" };
  for (const [key, member] of members) {
    const unfit = key === "__proto__" ? protoMember : unfitScalar(key);
    if (unfit !== undefined) return unfit;
    into.push(member);
  }
  return undefined;
}

const protoMember: UnfitJson = { expected: "no member of this name", found: "__proto__" };

function unfitScalar(value: Json): UnfitJson | undefined {
  if (typeof value === "number" && !Number.isFinite(value))
    return { expected: "numbers within the range of a double", found: "one beyond it" };
  if (typeof value === "string" && (!value.isWellFormed() || value.includes("\0")))
    return { expected: "texts in Unicode", found: "a lone surrogate or a NUL character" };
  return undefined;
}
