import type { Read } from "./read-result.ts";
import { arrived, refuse } from "./read-result.ts";

/** Reads a text: Unicode without NUL (the database keeps neither), of at most `max` characters where a limit is known. */
export function readText(json: unknown, path: string, max?: number): Read<string> {
  if (typeof json !== "string")
    return refuse(path, "wrong-type", `Expected a text, found ${arrived(json)}`);
  if (!json.isWellFormed() || json.includes("\0")) {
    return refuse(
      path,
      "text-not-unicode",
      "Expected a text in Unicode, found a lone surrogate or a NUL character",
    );
  }
  if (max !== undefined && json.length > max && countCharacters(json) > max) {
    return refuse(
      path,
      "text-too-long",
      `Expected at most ${max} characters, found ${countCharacters(json)}`,
    );
  }
  return { value: json };
}

// Characters, not UTF-16 units: a limit of 64 holds 64 letters of any script.
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
