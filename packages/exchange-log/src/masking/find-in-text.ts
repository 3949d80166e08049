import type { MaskKind } from "@slipway/exchange";

import { moveFound, type Found } from "./found.ts";
import type { KeyKinds } from "./key-kinds.ts";
import { pathOf, scanJson, type JsonFrame } from "./scan-json.ts";
import { findSecrets, type Secret } from "./secret.ts";
import { findShapes } from "./find-shapes.ts";
import {
  hasEscapes,
  plainValue,
  unescapeAll,
  unescapeJson,
  type Unescaped,
} from "./unescape-all.ts";

/** What to look for. */
export interface Search {
  readonly keyKinds: KeyKinds;
  readonly secrets: readonly Secret[];
  /** False when nothing in the whole exchange gives cause to look into texts: then only places are searched. */
  readonly careful: boolean;
}

/** Secrets may hide behind this many layers of escapes or of JSON inside JSON. */
const deepest = 4;

/** Most values are words; neither a shape nor a name with its value can be made of these characters alone. */
const plainWords = /^(?:(?!eyJ|bearer|basic)[A-Za-z ,'()])*$/i;

/** Everything in a running text that must not be stored, also behind escapes and inside JSON that it quotes. */
export function findInText(text: string, search: Search, depth = 0): readonly Found[] {
  if (!search.careful || text.length < 4) return [];
  const found = [...findSecrets(text, search.secrets)];
  if (plainWords.test(text)) return found;
  found.push(...findShapes(text));
  if (search.keyKinds.hint.test(text))
    found.push(...findPairs(text, search.keyKinds), ...findElements(text, search.keyKinds));
  if (depth >= deepest) return found;
  return [...found, ...findQuoted(text, search, depth), ...findEscaped(text, search, depth)];
}

function findPairs(text: string, { pairInText, of }: KeyKinds): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pairInText)) {
    const [all, name = "", ...values] = match;
    const raw = values.find((one) => one !== undefined) ?? "";
    const kind = of(name);
    if (kind === undefined || raw === "" || isWord(raw)) continue;
    const start = match.index + all.lastIndexOf(raw);
    const value = plainValue(raw);
    found.push({ start, end: start + raw.length, kind, value, by: "place", within: "" });
  }
  return found;
}

/** Values that stand in a secret's place and are none. */
function isWord(raw: string): boolean {
  return raw === "null" || raw === "true" || raw === "false" || raw.startsWith("⟦");
}

const element = /<(?:[\w-]{1,40}:)?([\w.-]{1,60})(?:\s[^<>]*)?>(?:<!\[CDATA\[)?([^<>\]]+)/g;

function findElements(text: string, { of }: KeyKinds): readonly Found[] {
  if (!text.includes("<")) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(element)) {
    const [all, name = "", raw = ""] = match;
    const kind = of(name);
    if (kind === undefined || raw.trim() === "") continue;
    const end = match.index + all.length;
    found.push({
      start: end - raw.length,
      end,
      kind,
      value: plainValue(raw),
      by: "place",
      within: "",
    });
  }
  return found;
}

export const beginningOfJson = /\{\s*["{[}]|\[\s*["{[]/;

function findQuoted(text: string, search: Search, depth: number): readonly Found[] {
  const begins = beginningOfJson.exec(text)?.index;
  if (begins === undefined) return [];
  const json = begins === 0 ? text : text.slice(begins);
  const found = findInJson(json, search, { depth: depth + 1 });
  // A bare number's mark needs no quotes here: nobody parses this text.
  return moveFound(
    found.map((one) => ({ ...one, within: "", bare: false })),
    begins,
  );
}

function findEscaped(text: string, search: Search, depth: number): readonly Found[] {
  if (!hasEscapes(text)) return [];
  const { text: plain, starts } = unescapeAll(text);
  if (plain === text) return [];
  return atSource(findInText(plain, search, depth + 1), starts);
}

/** Offsets in an unescaped text, as offsets in its source. */
function atSource(found: readonly Found[], starts: Unescaped["starts"]): readonly Found[] {
  return found.map((one) => ({
    ...one,
    start: starts[one.start] ?? 0,
    end: starts[one.end] ?? starts.at(-1) ?? 0,
  }));
}

export interface JsonPlace {
  readonly depth: number;
  /** Set when the whole text is the value of a marked field: every value in it is masked. */
  readonly kind?: MaskKind | undefined;
}

interface Frame extends JsonFrame {
  /** Of a marked member: everything below is masked. */
  readonly kind: MaskKind | undefined;
  /** `{"name": "person.usssn", "value": …}`: the kind that the name asks for, and what stands under `value`. */
  named: MaskKind | undefined;
  /** The nearest object, itself or around, whose `value` this is. */
  readonly valueOf: Frame | undefined;
  readonly values: Omit<Found, "kind">[];
}

/** Everything in a JSON text that must not be stored. The characters between are kept as they are. */
export function findInJson(text: string, search: Search, place: JsonPlace): readonly Found[] {
  const found: Found[] = [];
  scanJson<Frame>(text, {
    open: (frame, around) => ({
      ...frame,
      kind: around === undefined ? place.kind : kindIn(around, search),
      named: undefined,
      valueOf: around === undefined ? undefined : ownerOfValue(around),
      values: [],
    }),
    name: (start, end, frame) => {
      if (search.careful) found.push(...findInside({ text, start, end }, frame, { search, place }));
    },
    string: (start, end, frame) => {
      const kind = kindIn(frame, search);
      if (search.careful)
        found.push(...inPlace(kind, findInside({ text, start, end }, frame, { search, place })));
      if (start === end || (kind === undefined && roleOf(frame) === undefined)) return;
      const raw = text.slice(start, end);
      const value = raw.includes("\\") ? unescapeJson(raw).text : raw;
      if (roleOf(frame) === "name") frame.named = search.keyKinds.of(value);
      found.push(...settle({ start, end, value }, frame, kind));
    },
    bare: (start, end, frame) => {
      const value = text.slice(start, end);
      if (isWord(value)) return;
      if (search.careful) found.push(...findInBare({ start, end, value }, frame, search));
      found.push(...settle({ start, end, value, bare: true }, frame, kindIn(frame, search)));
    },
    close: ({ named, values }) => {
      if (named !== undefined) found.push(...values.map((one) => ({ ...one, kind: named })));
    },
  });
  return found;
}

function kindIn(frame: Frame, { keyKinds }: Search): MaskKind | undefined {
  return frame.kind ?? (frame.key === undefined ? undefined : keyKinds.of(frame.key));
}

/** In a place whose values are masked anyway, what is found inside says nothing more, unless it is a known secret. */
export function inPlace(kind: MaskKind | undefined, found: readonly Found[]): readonly Found[] {
  return kind === undefined ? found : found.filter(({ by }) => by === "known");
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function findInside(
  { text, start, end }: Piece,
  frame: Frame,
  { search, place }: { readonly search: Search; readonly place: JsonPlace },
): readonly Found[] {
  const raw = text.slice(start, end);
  const depth = place.depth + 1;
  const { text: plain, starts } = raw.includes("\\")
    ? unescapeJson(raw)
    : { text: raw, starts: undefined };
  const found = findInText(plain, search, depth);
  if (found.length === 0) return found;
  const within = pathOf(frame);
  return moveFound(starts === undefined ? found : atSource(found, starts), start).map((one) => ({
    ...one,
    within,
  }));
}

/** A number that is, or holds, a known secret. */
function findInBare(
  at: Pick<Found, "start" | "end" | "value">,
  frame: Frame,
  { secrets }: Search,
): readonly Found[] {
  return findSecrets(at.value, secrets).map(({ kind, by }) => {
    const whole = { ...at, kind, by, bare: true };
    return { ...whole, within: pathOf(frame) };
  });
}

/** A value is masked for its own member's name, or waits for what the member beside it names. */
function settle(
  at: Pick<Found, "start" | "end" | "value" | "bare">,
  frame: Frame,
  kind: MaskKind | undefined,
): readonly Found[] {
  if (kind !== undefined) return [{ ...at, kind, by: "place", within: pathOf(frame) }];
  ownerOfValue(frame)?.values.push({ ...at, by: "place", within: "" });
  return [];
}

const roles: ReadonlyMap<string, "name" | "value"> = new Map([
  ["name", "name"],
  ["field", "name"],
  ["fieldId", "name"],
  ["id", "name"],
  ["key", "name"],
  ["value", "value"],
  ["values", "value"],
]);

/** Whether the next value may name a field, or may be the value of a field that the member beside it names. */
function roleOf(frame: Frame): "name" | "value" | undefined {
  if (frame.isObject && frame.key !== undefined) return roles.get(frame.key) ?? roleAround(frame);
  return roleAround(frame);
}

function roleAround(frame: Frame): "value" | undefined {
  return frame.valueOf === undefined ? undefined : "value";
}

function ownerOfValue(frame: Frame): Frame | undefined {
  return frame.isObject && roles.get(frame.key ?? "") === "value" ? frame : frame.valueOf;
}
