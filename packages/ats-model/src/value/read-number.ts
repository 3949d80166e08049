import type { Read } from "./read-result.ts";
import { arrived, refuse } from "./read-result.ts";

/** Reads a JSON number; 1e400 arrives as Infinity and is refused. */
export function readDecimal(json: unknown, path: string): Read<number> {
  if (typeof json !== "number")
    return refuse(path, "wrong-type", `Expected a number, found ${arrived(json)}`);
  if (!Number.isFinite(json))
    return refuse(path, "number-out-of-range", "Expected a number within the range of a double");
  // JSON has no negative zero worth keeping.
  return { value: json === 0 ? 0 : json };
}

/** Reads a whole JSON number that a double holds exactly. */
export function readWhole(json: unknown, path: string): Read<number> {
  const read = readDecimal(json, path);
  if (!("value" in read) || Number.isSafeInteger(read.value)) return read;
  const code = Number.isInteger(read.value) ? "number-out-of-range" : "wrong-type";
  return refuse(path, code, `Expected a whole number within ±(2^53 − 1), found ${read.value}`);
}

/** Reads a system id or an entry number: a positive whole number. */
export function readId(json: unknown, path: string): Read<number> {
  const read = readWhole(json, path);
  if (!("value" in read) || read.value > 0) return read;
  return refuse(
    path,
    "number-out-of-range",
    `Expected a positive whole number, found ${read.value}`,
  );
}
