import type { Search } from "./find-in-text.ts";
import type { Found } from "./found.ts";
import type { KeyKinds } from "./key-kinds.ts";
import type { Part } from "./parts.ts";
import { describeSecret, hasSecret, type Secret } from "./secrets.ts";
import { mayHaveShape } from "./shapes.ts";
import { hasEscapes } from "./unescape.ts";

export type FoundByPart = ReadonlyMap<Part, readonly Found[]>;

export interface Texts {
  readonly parts: readonly Part[];
  /** Short texts that are masked besides: whether anything needs a close look depends on them too. */
  readonly beside: readonly string[];
}

export interface Searched {
  /** What to look for in the texts beside. */
  readonly foundBy: FoundByPart;
  readonly besideSearch: Search;
}

/**
 * Searches every part, and once more for what the first search learnt: a value that stood in a secret's place is masked
 * wherever else the exchange repeats it.
 */
export function searchParts(
  texts: Texts,
  secrets: readonly Secret[],
  keyKinds: KeyKinds,
): Searched {
  const first = searchOnce(texts, secrets, keyKinds);
  const learnt = learn(first.foundBy, secrets);
  return learnt.length === 0 ? first : searchOnce(texts, [...secrets, ...learnt], keyKinds);
}

function searchOnce(
  { parts, beside }: Texts,
  secrets: readonly Secret[],
  keyKinds: KeyKinds,
): Searched {
  const together = parts.map((part) => (part.isSecretPlace ? "" : part.text)).join("\n");
  const search = { keyKinds, secrets };
  const careful = isSuspicious(together, search) || parts.some(mayQuoteJson);
  const foundBy = new Map(
    parts.map((part) => {
      const isCareful = careful && (isSuspicious(part.text, search) || mayQuoteJson(part));
      return [part, part.find({ ...search, careful: isCareful })];
    }),
  );
  return { foundBy, besideSearch: { ...search, careful: isSuspicious(beside.join("\n"), search) } };
}

/** One look that spares most exchanges the close search. */
function isSuspicious(text: string, { keyKinds, secrets }: Omit<Search, "careful">): boolean {
  return (
    hasSecret(text, secrets) ||
    hasEscapes(text) ||
    text.includes("\0") ||
    mayHaveShape(text) ||
    keyKinds.hint.test(text)
  );
}

function mayQuoteJson(part: Part): boolean {
  return !part.isJson && part.text.includes("{");
}

const shortestCookie = 12;

function learn(foundBy: FoundByPart, secrets: readonly Secret[]): readonly Secret[] {
  const known = new Set(secrets.map(({ value }) => value));
  const learnt = new Map<string, Secret>();
  for (const { kind, value } of tellingValues(foundBy)) {
    if (known.has(value)) continue;
    const secret = describeSecret({ value, kind, by: "echo" });
    if (secret !== undefined) learnt.set(value, secret);
  }
  return [...learnt.values()];
}

function tellingValues(foundBy: FoundByPart): readonly Pick<Found, "kind" | "value">[] {
  return Array.from(foundBy)
    .filter(([part]) => !part.mayHoldCredentials)
    .flatMap(([part, found]) => found.filter((one) => isTelling(one, part)))
    .flatMap((one) => spellings(one).map((value) => ({ kind: one.kind, value })));
}

/** Whether the same characters elsewhere are the same secret, and not a common word or date. */
function isTelling({ by, kind, value }: Found, part: Part): boolean {
  if (by !== "place" && by !== "shape") return false;
  switch (kind) {
    case "credential":
    case "token":
    case "government-id":
      return value.length <= 4096;
    case "cookie":
      return value.length >= shortestCookie;
    case "birth-date":
      return part.where.startsWith("request.");
    case "personal":
      return false;
  }
}

/** A number of nine digits is repeated with and without its separators. */
function spellings({ kind, value }: Found): readonly string[] {
  const digits = value.replaceAll(/\D/g, "");
  if (kind !== "government-id" || digits.length !== 9) return [value];
  return [value, digits, `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`];
}
