import type { MaskKind } from "@slipway/exchange";

import type { Found } from "./found.ts";

/** A form by which a secret is recognised wherever it stands. */
interface Shape {
  readonly kind: MaskKind;
  /** The secret is group 1, or the whole match where there is no group. Each must take time linear in the text. */
  readonly pattern: RegExp;
  readonly isReal?: (value: string) => boolean;
}

const shapes: readonly Shape[] = [
  // United States social security and taxpayer numbers: three, two and four digits.
  {
    kind: "government-id",
    pattern: /(?<![\d]|\d[-.])\d{3}[-. \u2010-\u2015]\d{2}[-. \u2010-\u2015]\d{4}(?![-.]?\d)/g,
  },
  {
    kind: "government-id",
    pattern:
      /(?:ssn|social[-_ ]?security(?:[-_ ]?(?:number|no\.?))?)[^\w\r\n]{0,5}(?:is |was )?(\d{9})(?!\d)/gi,
  },
  // A JSON web token: its header is an object, `{"` in base64.
  { kind: "token", pattern: /(?<![\w-])eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*){0,3}/g },
  {
    kind: "token",
    pattern: /(?<![\w-])bearer\s{1,3}([\w+/=.~-]{8,})/gi,
    isReal: (value) => /\d/.test(value) || value.length >= 20,
  },
  {
    kind: "credential",
    pattern: /(?<![\w-])basic\s{1,3}([\w+/=-]{4,})/gi,
    isReal: isBasicCredential,
  },
  // A user and a password in an address.
  { kind: "credential", pattern: /:\/\/([^\s/?#@"'<>\\]+)@/g },
  {
    kind: "credential",
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  },
  // What follows on the line in a dump of a request.
  {
    kind: "credential",
    pattern: /(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?([^\r\n"']+)/gi,
  },
  { kind: "cookie", pattern: /(?<![\w])(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}["']?([^\r\n"']+)/gi },
];

/** Matches wherever a shape could; cheap enough for every text. */
export const shapeHint =
  /\d{3}[-. \u2010-\u2015]\d{2}[-. \u2010-\u2015]\d{4}|social[-_ ]?security|ssn|eyJ[\w-]{5}|bearer\s|basic\s|:\/\/[^\s/?#@"'<>\\]+@|PRIVATE KEY|authorization|cookie/i;

/** Everything in the text that has the form of a secret. */
export function findShapes(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { kind, pattern, isReal } of shapes) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(value);
      if (isReal?.(value) === false) continue;
      found.push({ start, end: start + value.length, kind, value, by: "shape", within: "" });
    }
  }
  return found;
}

function isBasicCredential(value: string): boolean {
  return /^[ -9;-~\u0080-\u{10FFFF}]*:[ -~\u0080-\u{10FFFF}]*$/u.test(
    Buffer.from(value, "base64").toString("utf8"),
  );
}
