import { Refusal } from "../answer/refusal.ts";
import { isObject } from "../is-object.ts";

/** The JSON object in a body; refuses anything else with 400. */
export function parseJsonObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  const json = parse(body);
  if (isObject(json)) return json;
  const arrived = Array.isArray(json) ? "an array" : typeof json;
  throw unreadable(`Expected a JSON object, found ${arrived}.`);
}

function parse(body: Uint8Array): unknown {
  try {
    const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return json;
  } catch {
    throw unreadable("Expected JSON in UTF-8, found something else.");
  }
}

function unreadable(debugErrorMessage: string): Refusal {
  return Refusal.userError(
    "The request could not be read. Please contact support.",
    debugErrorMessage,
  );
}
