import { parseDateText, parseDateTimeText } from "./date-text.ts";
import type { Read } from "./read-result.ts";
import { arrived, refuse } from "./read-result.ts";

/** Reads `yyyy-MM-dd`. */
export function readDate(json: unknown, path: string): Read<string> {
  return readWith(parseDateText, json, { path, shape: "a date as yyyy-MM-dd" });
}

/** Reads `yyyy-MM-dd hh:mm AM` in UTC, into an ISO instant. */
export function readDateTime(json: unknown, path: string): Read<string> {
  return readWith(parseDateTimeText, json, {
    path,
    shape: "a time in UTC as yyyy-MM-dd hh:mm AM or PM",
  });
}

function readWith(
  parse: (text: string) => string | undefined,
  json: unknown,
  { path, shape }: { readonly path: string; readonly shape: string },
): Read<string> {
  if (typeof json !== "string")
    return refuse(path, "wrong-type", `Expected ${shape}, found ${arrived(json)}`);
  const value = parse(json);
  return value === undefined
    ? refuse(
        path,
        "unreadable-date",
        `Expected ${shape}, found another text or a day that does not exist`,
      )
    : { value };
}
