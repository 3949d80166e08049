import type { MaskKind } from "@slipway/exchange";

import type { Found } from "./found.ts";

/** A form by which a secret is recognised wherever it stands. */
interface Shape {
  readonly kind: MaskKind;
  /** Matches wherever the pattern could, and is cheap enough for every text. */
  readonly hint: RegExp;
  /** The secret is group 1, or the whole match where there is no group. Each must take time linear in the text. */
  readonly pattern: RegExp;
  readonly isReal?: (value: string) => boolean;
}

const shapes: readonly Shape[] = [
  {
    // United States social security and taxpayer numbers: three, two and four digits.
    kind: "government-id",
    hint: /\d{3}[-. \u2010-\u2015]\d{2}[-. \u2010-\u2015]\d{4}/,
    pattern: /(?<![\d]|\d[-.])\d{3}[-. \u2010-\u2015]\d{2}[-. \u2010-\u2015]\d{4}(?![-.]?\d)/g,
  },
  {
    kind: "government-id",
    hint: /ssn|social[-_ ]?security/i,
    pattern:
      /(?:ssn|social[-_ ]?security(?:[-_ ]?(?:number|no\.?))?)[^\w\r\n]{0,5}(?:is |was )?(\d{9})(?!\d)/gi,
  },
  {
    // A JSON web token: its header is an object, `{"` in base64.
    kind: "token",
    hint: /eyJ[\w-]{5}/,
    pattern: /(?<![\w-])eyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*){0,3}/g,
  },
  {
    kind: "token",
    hint: /bearer\s/i,
    pattern: /(?<![\w-])bearer\s{1,3}([\w+/=.~-]{8,})/gi,
    isReal: (value) => /\d/.test(value) || value.length >= 20,
  },
  {
    kind: "credential",
    hint: /basic\s/i,
    pattern: /(?<![\w-])basic\s{1,3}([\w+/=-]{4,})/gi,
    isReal: isBasicCredential,
  },
  {
    // A user and a password in an address.
    kind: "credential",
    hint: /:\/\/[^\s/?#@"'<>\\]+@/,
    pattern: /:\/\/([^\s/?#@"'<>\\]+)@/g,
  },
  {
    kind: "credential",
    hint: /PRIVATE KEY/,
    pattern:
      /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  },
  {
    // What follows on the line in a dump of a request.
    kind: "credential",
    hint: /authorization["']?\s{0,3}[:=]/i,
    pattern: /(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?([^\r\n"']+)/gi,
  },
  {
    kind: "cookie",
    hint: /cookie["']?\s{0,3}[:=]/i,
    pattern: /(?<![\w])(?:set-)?cookie["']?\s{0,3}[:=]\s{0,3}["']?([^\r\n"']+)/gi,
  },
];

/** Whether the text may have something in the form of a secret. */
export function mayHaveShape(text: string): boolean {
  return shapes.some(({ hint }) => hint.test(text));
}

/** Everything in the text that has the form of a secret. */
export function findShapes(text: string): readonly Found[] {
  return shapes.flatMap((shape) => (shape.hint.test(text) ? findShape(text, shape) : []));
}

function findShape(text: string, { kind, pattern, isReal }: Shape): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(value);
    if (isReal?.(value) !== false)
      found.push({ start, end: start + value.length, kind, value, by: "shape", within: "" });
  }
  return found;
}

function isBasicCredential(value: string): boolean {
  return /^[ -9;-~\u0080-\u{10FFFF}]*:[ -~\u0080-\u{10FFFF}]*$/u.test(
    Buffer.from(value, "base64").toString("utf8"),
  );
}
