import type { Declaration, TenantFacts } from "@slipway/conformance";

import { tellingWords } from "./telling-words.ts";

/** What a message may call fields: the tenant's labels and the partner's declared wordings, by key. */
export interface KnownNames {
  readonly labels: TenantFacts["labels"];
  readonly wordings: Declaration["wordings"];
}

/**
 * How a message deals with the fields it should name.
 * - `named`: every one, by token, the tenant's label, the API id or a declared wording.
 * - `unclear`: not by any of those, but the message says something that may mean the field.
 * - `unnamed`: nothing in the message can mean the field.
 */
export type Naming =
  | { readonly kind: "named" }
  | { readonly kind: "unclear" | "unnamed"; readonly fields: readonly string[] };

/** Whether `message` names every field in `keys`. */
export function nameFields(message: string, keys: readonly string[], known: KnownNames): Naming {
  const fields = keys.filter((key) => !isNamed(message, key, known));
  if (fields.length === 0) return { kind: "named" };
  const rest = keys.flatMap((key) => namesOf(key, known)).reduce(without, message);
  return { kind: tellingWords(rest).length === 0 ? "unnamed" : "unclear", fields };
}

/** Those of `keys` that the message names. */
export function namedFields(
  message: string,
  keys: readonly string[],
  known: KnownNames,
): readonly string[] {
  return keys.filter((key) => isNamed(message, key, known));
}

function isNamed(message: string, key: string, known: KnownNames): boolean {
  return namesOf(key, known).some((name) => name.test(message));
}

function namesOf(key: string, { labels, wordings }: KnownNames): readonly RegExp[] {
  const apiId = key.slice(key.indexOf(".") + 1);
  const phrases = [key, apiId, own(labels, key), ...(own(wordings, key) ?? [])];
  return [
    new RegExp(String.raw`\{\{\s*${escaped(key)}\s*\}\}`, "iu"),
    ...phrases.filter((phrase) => phrase !== undefined).map(phrasePattern),
  ];
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The phrase as whole words, in any case. */
function phrasePattern(phrase: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(phrase)}(?![\p{L}\p{N}])`, "iu");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}

function without(text: string, name: RegExp): string {
  return text.replaceAll(new RegExp(name.source, "giu"), " ");
}
