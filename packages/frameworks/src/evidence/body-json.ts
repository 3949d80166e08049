import type { RecordedBody } from "@slipway/exchange";
import type { Json, JsonObject } from "@slipway/foundation";

/** A recorded body as JSON; undefined when it is none, or was cut so that it is none any more. */
export function bodyJson(body: RecordedBody): Json | undefined {
  if (body.kind !== "json") return undefined;
  try {
    // JSON.parse gives JSON.
    return JSON.parse(body.content) as Json;
  } catch {
    // A body that was cut at the limit ends in the middle.
    return undefined;
  }
}

/** The value at a path of member names; undefined when the path leads nowhere. */
export function memberAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    value,
  );
}

/** Tells an object from the other kinds of JSON. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
