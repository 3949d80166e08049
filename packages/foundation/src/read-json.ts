import type { Json, JsonObject } from "./json.ts";

/**
 * A JSON value on its way to an inner type. It is asked for as what it is expected to be, and fails with its place where it is
 * something else. Members that nobody asks for are passed over.
 */
export interface JsonReader {
  readonly text: () => string;
  readonly number: () => number;
  readonly flag: () => boolean;
  /** One of the known texts. */
  readonly oneOf: <Known extends string>(known: readonly Known[]) => Known;
  readonly object: () => JsonObject;
  /** The member of an object; a missing one may be read as `optional` only. */
  readonly at: (name: string) => JsonReader;
  readonly list: <Item>(read: (item: JsonReader) => Item) => readonly Item[];
  /** An object with names that are data. */
  readonly record: <Item>(read: (item: JsonReader) => Item) => Readonly<Record<string, Item>>;
  /** Undefined where there is nothing. */
  readonly optional: <Value>(read: (value: JsonReader) => Value) => Value | undefined;
}

/** Reads a value; `place` names it in messages, which never show the value itself. */
export function readJson(value: Json | undefined, place: string): JsonReader {
  const expected: Expected = (what, found = nameOf(value)) =>
    new TypeError(`Expected ${what} at ${place}, found ${found}`);
  const object = (): JsonObject => {
    if (isObject(value)) return value;
    throw expected("an object");
  };
  return {
    ...scalarsOf(value, expected),
    object,
    at: (name) =>
      readJson(Object.hasOwn(object(), name) ? object()[name] : undefined, `${place}.${name}`),
    list: (read) => {
      if (!isList(value)) throw expected("a list");
      return value.map((item, index) => read(readJson(item, `${place}[${index}]`)));
    },
    record: (read) =>
      Object.fromEntries(
        Object.entries(object()).map(([name, item]) => [
          name,
          read(readJson(item, `${place}.${name}`)),
        ]),
      ),
    optional: (read) => (value === undefined ? undefined : read(readJson(value, place))),
  };
}

type Expected = (what: string, found?: string) => Error;

function scalarsOf(
  value: Json | undefined,
  expected: Expected,
): Pick<JsonReader, "text" | "number" | "flag" | "oneOf"> {
  return {
    text: () => {
      if (typeof value === "string") return value;
      throw expected("text");
    },
    number: () => {
      if (typeof value === "number") return value;
      throw expected("a number");
    },
    flag: () => {
      if (typeof value === "boolean") return value;
      throw expected("true or false");
    },
    oneOf: (known) => {
      const found = known.find((one) => one === value);
      if (found !== undefined) return found;
      throw expected(
        `one of ${known.join(", ")}`,
        typeof value === "string" ? "another text" : undefined,
      );
    },
  };
}

function nameOf(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (isList(value)) return "a list";
  const names: Readonly<Record<string, string>> = {
    string: "text",
    number: "a number",
    boolean: "true or false",
  };
  return names[typeof value] ?? "an object";
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Array.isArray does not narrow readonly arrays.
function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
