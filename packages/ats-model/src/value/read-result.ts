import type { Finding, FindingCode } from "../field/finding.ts";

/** A value read from JSON, or what is wrong with it. */
export type Read<Value> = { readonly value: Value } | readonly Finding[];

/** A single finding as a result. */
export function refuse(path: string, code: FindingCode, message: string): readonly Finding[] {
  return [{ path, code, message }];
}

/** What arrived, for a message: the kind of JSON and, when it is short and harmless, the value itself. */
export function arrived(json: unknown): string {
  if (json === null) return "null";
  if (Array.isArray(json)) return `an array of ${json.length}`;
  if (typeof json === "number" || typeof json === "boolean") return String(json);
  if (typeof json === "string") return "a text";
  return json === undefined ? "nothing" : "an object";
}

/** A JSON object, told from arrays and null. */
export function isJsonObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** A member of a JSON object, never one of its prototype. */
export function member(json: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(json, key) ? json[key] : undefined;
}
