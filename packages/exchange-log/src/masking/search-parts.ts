import { beginningOfJson, type Search } from "./find-in-text.ts";
import type { Found } from "./found.ts";
import type { KeyKinds } from "./key-kinds.ts";
import { findInPart, mayHoldCredentials, type Part } from "./parts-of.ts";
import { describeSecret, hasSecret, type Secret } from "./secret.ts";
import { mayHaveShape } from "./find-shapes.ts";
import { isStorable } from "./stored-text.ts";
import { hasEscapes } from "./unescape-all.ts";

export interface Texts {
  readonly parts: readonly Part[];
  /** The short texts that are masked besides, one a line. */
  readonly beside: string;
}

export interface Searched {
  /** What was found in each part, in the order of the parts. */
  readonly found: readonly (readonly Found[])[];
  /** What to look for in the texts beside. */
  readonly besideSearch: Search;
  /** No text, secret places apart, needs escapes to be stored. */
  readonly isStorable: boolean;
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
  const learnt = learn(texts.parts, first.found, secrets);
  return learnt.length === 0 ? first : searchOnce(texts, [...secrets, ...learnt], keyKinds);
}

function searchOnce(
  { parts, beside }: Texts,
  secrets: readonly Secret[],
  keyKinds: KeyKinds,
): Searched {
  let together = beside;
  for (const part of parts) if (!part.isSecretPlace) together += `\n${part.text}`;
  const plain: Search = { keyKinds, secrets, careful: false };
  const close: Search = { keyKinds, secrets, careful: true };
  const isClose = isSuspicious(together, plain) || parts.some(mayQuoteJson);
  const found = parts.map((part) => {
    const needsClose = isClose && (mayQuoteJson(part) || isSuspicious(part.text, plain));
    return findInPart(part, needsClose ? close : plain);
  });
  const besideSearch = isClose && isSuspicious(beside, plain) ? close : plain;
  return { found, besideSearch, isStorable: isStorable(together) };
}

/** One look that spares most exchanges the close search. */
function isSuspicious(text: string, { keyKinds, secrets }: Search): boolean {
  return (
    hasSecret(text, secrets) ||
    hasEscapes(text) ||
    text.includes("\0") ||
    mayHaveShape(text) ||
    keyKinds.hint.test(text)
  );
}

/** Every exchange has braces around its transaction id; only what could be a member or an element makes them JSON. */
function mayQuoteJson({ body, text }: Part): boolean {
  return body?.form !== "json" && text.includes("{") && beginningOfJson.test(text);
}

const shortestCookie = 12;

function learn(
  parts: readonly Part[],
  found: readonly (readonly Found[])[],
  secrets: readonly Secret[],
): readonly Secret[] {
  const learnt = new Map<string, Secret>();
  for (const [index, part] of parts.entries()) {
    if (found[index]?.length === 0 || mayHoldCredentials(part)) continue;
    for (const { kind, value } of tellingValues(part, found[index] ?? [])) {
      const secret = describeSecret({ value, kind, by: "echo" });
      if (secret !== undefined) learnt.set(value, secret);
    }
  }
  for (const { value } of secrets) learnt.delete(value);
  return [...learnt.values()];
}

function tellingValues(
  part: Part,
  found: readonly Found[],
): readonly Pick<Found, "kind" | "value">[] {
  return found
    .filter((one) => isTelling(one, part))
    .flatMap((one) => spellings(one).map((value) => ({ kind: one.kind, value })));
}

/** Whether the same characters elsewhere are the same secret, and not a common word or date. */
function isTelling({ by, kind, value }: Found, { side }: Part): boolean {
  if (by !== "place" && by !== "shape") return false;
  switch (kind) {
    case "credential":
    case "token":
    case "government-id":
      return value.length <= 4096;
    case "cookie":
      return value.length >= shortestCookie;
    case "birth-date":
      return side === "request";
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
