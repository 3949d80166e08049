import type { Json } from "@slipway/foundation";

/**
 * JSON text for a `jsonb` column. Such a column holds neither NUL nor lone surrogates, both of which JSON from elsewhere may
 * carry: U+FFFD stands for them. Members of objects keep their names, which are ours.
 */
export function jsonText(value: Json | object): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === "string" ? member.replaceAll("\0", "\uFFFD").toWellFormed() : member,
  );
}
