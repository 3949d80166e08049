import { findInText, inPlace, type Search } from "./find-in-text.ts";
import { moveFound, type Found } from "./found.ts";
import { hasEscapes, unescapeAll } from "./unescape-all.ts";

/** Everything in a query string or a form that must not be stored. */
export function findInPairs(text: string, search: Search): readonly Found[] {
  const found: Found[] = [];
  let start = 0;
  for (const pair of text.split("&")) {
    found.push(...moveFound(findInPair(pair, search), start));
    start += pair.length + 1;
  }
  // A secret may itself hold the characters that part the pairs.
  return [...found, ...findInText(text, search)];
}

function findInPair(pair: string, search: Search): readonly Found[] {
  const equals = pair.indexOf("=");
  if (equals < 0) return findInText(pair, search);
  const raw = pair.slice(equals + 1);
  const kind = search.keyKinds.of(plain(pair.slice(0, equals)));
  const inside = [
    ...findInText(pair.slice(0, equals), search),
    ...moveFound(inPlace(kind, findInText(raw, search)), equals + 1),
  ];
  if (kind === undefined || raw === "") return inside;
  const whole = { start: equals + 1, end: pair.length, kind, value: plain(raw) };
  return [...inside, { ...whole, by: "place", within: "" }];
}

function plain(text: string): string {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  return hasEscapes(spaced) ? unescapeAll(spaced).text : spaced;
}

const partName = /name="([^"\r\n]{0,100})"/i;

/** Everything in the parts of a multipart form that must not be stored. */
export function findInParts(text: string, search: Search): readonly Found[] {
  const found: Found[] = [];
  let start = 0;
  for (const part of text.split(/(?<=\n)(?=--)/)) {
    const [head = "", gap = ""] = /^[\s\S]*?(\r?\n\r?\n)/.exec(part) ?? [];
    const kind = search.keyKinds.of(partName.exec(head)?.[1] ?? "");
    const value = part.slice(head.length).replace(/\r?\n$/, "");
    if (gap !== "" && kind !== undefined && value !== "") {
      const at = start + head.length;
      found.push({ start: at, end: at + value.length, kind, value, by: "place", within: "" });
    }
    start += part.length;
  }
  return [...found, ...findInText(text, search)];
}
