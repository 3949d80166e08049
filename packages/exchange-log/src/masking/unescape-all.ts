/** A text without its escapes, and where each of its characters stood. */
export interface Unescaped {
  readonly text: string;
  /** `starts[i]` is the offset in the source at which character `i` begins; one more for the end. */
  readonly starts: Uint32Array;
}

const jsonEscape = /\\(?:u[0-9a-f]{4}|.)/gisu;
const anyEscape =
  /(?:%[0-9a-f]{2})+|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["'\\/bfnrt])|&#x[0-9a-f]{1,6};|&#\d{1,7};|&(?:amp|lt|gt|quot|apos);/giu;
const anyEscapeHint = /%[0-9a-f]{2}|\\["'\\/bfnrtux]|&(?:#|amp;|lt;|gt;|quot;|apos;)/iu;

/** Whether `unescapeAll` would change the text. */
export function hasEscapes(text: string): boolean {
  return anyEscapeHint.test(text);
}

/** Resolves one layer of the escapes of URLs, JSON and HTML alike. */
export function unescapeAll(text: string): Unescaped {
  return unescapeWith(text, anyEscape);
}

/** Resolves the escapes of the inside of a JSON string. */
export function unescapeJson(text: string): Unescaped {
  return unescapeWith(text, jsonEscape);
}

/** The text behind every layer of escapes, three at most. */
export function plainValue(text: string): string {
  let plain = text;
  for (let layer = 0; layer < 3 && hasEscapes(plain); layer += 1) plain = unescapeAll(plain).text;
  return plain;
}

function unescapeWith(text: string, pattern: RegExp): Unescaped {
  const parts: string[] = [];
  const starts = new Uint32Array(text.length + 1);
  let length = 0;
  let from = 0;
  const keep = (end: number): void => {
    parts.push(text.slice(from, end));
    for (let offset = from; offset < end; offset += 1) starts[length++] = offset;
  };
  for (const match of text.matchAll(pattern)) {
    keep(match.index);
    for (const [characters, offset] of resolveEscape(match[0])) {
      parts.push(characters);
      for (let unit = 0; unit < characters.length; unit += 1)
        starts[length++] = match.index + offset;
    }
    from = match.index + match[0].length;
  }
  keep(text.length);
  starts[length] = text.length;
  return { text: parts.join(""), starts: starts.subarray(0, length + 1) };
}

type Piece = readonly [characters: string, offset: number];

const named: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function resolveEscape(escape: string): readonly Piece[] {
  if (escape.startsWith("%")) return resolvePercents(escape);
  if (escape.startsWith("&#")) return [[fromCodePoint(numberOf(escape.slice(2, -1))), 0]];
  if (escape.startsWith("&")) return [[named[escape.slice(1, -1).toLowerCase()] ?? escape, 0]];
  const body = escape.slice(1);
  if (/^[ux][0-9a-f]{2}/i.test(body))
    return [[String.fromCodePoint(Number.parseInt(body.slice(1), 16)), 0]];
  return [[named[body] ?? body, 0]];
}

function numberOf(reference: string): number {
  return /^x/i.test(reference) ? Number.parseInt(reference.slice(1), 16) : Number(reference);
}

function fromCodePoint(code: number): string {
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : "\u{FFFD}";
}

/** A run of percent escapes is UTF-8: each character starts at its first byte. */
function resolvePercents(run: string): readonly Piece[] {
  const bytes = Buffer.from(run.replaceAll("%", ""), "hex");
  const pieces: Piece[] = [];
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const byteCount = Math.min(characterBytes(lead), bytes.length - at);
    // Most are ASCII, which needs no decoder.
    const character =
      lead < 0x80 ? String.fromCharCode(lead) : bytes.toString("utf8", at, at + byteCount);
    pieces.push([character, at * 3]);
    at += byteCount;
  }
  return pieces;
}

function characterBytes(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
