import { unescapeJson } from "./unescape-all.ts";

/** Where in a JSON text a token stands. The root is an array of one. */
export interface JsonFrame {
  readonly parent: JsonFrame | undefined;
  readonly isObject: boolean;
  /** In an object: the name of the member whose value is next. */
  key: string | undefined;
  index: number;
}

export interface JsonVisitor<Frame extends JsonFrame> {
  readonly open: (outer: JsonFrame, around: Frame | undefined) => Frame;
  /** The raw inside of a member's name, without its quotes; `frame.key` is set already. */
  readonly name: (start: number, end: number, frame: Frame) => void;
  /** The raw inside of a string, without its quotes. */
  readonly string: (start: number, end: number, frame: Frame) => void;
  /** A number, `true`, `null`, or what else stands without quotes. */
  readonly bare: (start: number, end: number, frame: Frame) => void;
  readonly close: (frame: Frame) => void;
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const space = 0x20;
const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * Walks the tokens of a JSON text. It reads tokens and not a tree, because cut, broken and hostile JSON is recorded too: it
 * never fails, needs no stack however deep the text is, and sees members that stand twice.
 */
export function scanJson<Frame extends JsonFrame>(text: string, visitor: JsonVisitor<Frame>): void {
  let frame = visitor.open(newFrame(undefined, false), undefined);
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (code === quote) at = readString(text, at, { frame, visitor });
    else if (code === openBrace || code === openBracket) {
      frame = visitor.open(newFrame(frame, code === openBrace), frame);
      at += 1;
    } else if (code === closeBrace || code === closeBracket) {
      visitor.close(frame);
      frame = outerOf(frame) ?? frame;
      at += 1;
    } else if (code === comma) {
      frame.key = undefined;
      frame.index += 1;
      at += 1;
    } else if (code === colon || code <= space) at += 1;
    else at = readBare(text, at, { frame, visitor });
  }
  // Cut JSON leaves frames open.
  let open: Frame | undefined = frame;
  for (; open !== undefined; open = outerOf(open)) visitor.close(open);
}

function outerOf<Frame extends JsonFrame>({ parent }: Frame): Frame | undefined {
  // Every parent was made by the visitor; only the root has none.
  return parent as Frame | undefined;
}

const longestPath = 50;

/**
 * `.error.userMessage`, `.errors[0].errorMessage`: the place of the value that is next in this frame. Of a very deep one the
 * innermost steps.
 */
export function pathOf(frame: JsonFrame): string {
  const steps: string[] = [];
  let one: JsonFrame = frame;
  for (; one.parent !== undefined && steps.length < longestPath; one = one.parent)
    steps.push(one.isObject ? `.${one.key ?? ""}` : `[${one.index}]`);
  if (one.parent !== undefined) steps.push("…");
  return steps.toReversed().join("");
}

function newFrame(parent: JsonFrame | undefined, isObject: boolean): JsonFrame {
  return { parent, isObject, key: undefined, index: 0 };
}

interface Position<Frame extends JsonFrame> {
  readonly frame: Frame;
  readonly visitor: JsonVisitor<Frame>;
}

function readString<Frame extends JsonFrame>(
  text: string,
  start: number,
  { frame, visitor }: Position<Frame>,
): number {
  const end = closingQuote(text, start + 1);
  const next = frame.isObject && frame.key === undefined ? afterSpace(text, end + 1) : text.length;
  if (next < text.length && text.codePointAt(next) === colon) {
    const raw = text.slice(start + 1, end);
    frame.key = raw.includes("\\") ? unescapeJson(raw).text : raw;
    visitor.name(start + 1, end, frame);
    return next + 1;
  }
  visitor.string(start + 1, end, frame);
  return end + 1;
}

/** The offset of the quote that ends the string; the text's length if it is cut before. */
function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end > from && isEscaped(text, from, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, from: number, at: number): boolean {
  let backslashes = 0;
  while (at - backslashes > from && text.codePointAt(at - backslashes - 1) === backslash)
    backslashes += 1;
  return backslashes % 2 === 1;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.codePointAt(at) ?? 0) <= space) at += 1;
  return at;
}

const endOfBare = /[\s,:"[\]{}]|$/g;

function readBare<Frame extends JsonFrame>(
  text: string,
  start: number,
  { frame, visitor }: Position<Frame>,
): number {
  endOfBare.lastIndex = start + 1;
  const end = endOfBare.exec(text)?.index ?? text.length;
  visitor.bare(start, end, frame);
  return Math.max(end, start + 1);
}
