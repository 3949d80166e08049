import { hideMarks } from "./hide-marks.ts";

const longestMessage = 1000;

/**
 * The `error.userMessage` of an answer in the vendor's error standard (DOC), made fit to be shown on one line; undefined when
 * the body is anything else (nothing, HTML, broken JSON, another shape, a blank message).
 */
export function readUserMessage(body: string | undefined): string | undefined {
  if (body === undefined) return undefined;
  const message = messageIn(parse(body));
  if (message === undefined) return undefined;
  const text = showable(message);
  return text === "" ? undefined : text;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // Not JSON: there is no message in it, which is all the caller asks.
  }
}

function messageIn(answer: unknown): string | undefined {
  const error = member(answer, "error");
  const message = member(error, "userMessage");
  return typeof message === "string" ? message : undefined;
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  // An own property of an object may be read; what it is, the caller finds out.
  return (value as Readonly<Record<string, unknown>>)[key];
}

// Control characters and the marks that turn the direction of writing can make a text say something else than it is; lone
// surrogates and U+0000 cannot be stored.
function showable(message: string): string {
  const line = hideMarks(message, ({ kind }) => `[${kind} hidden]`)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .trim();
  const shown = Array.from(line);
  return shown.length <= longestMessage ? line : `${shown.slice(0, longestMessage).join("")}…`;
}
