import { findUnfitJson, type Json } from "@slipway/foundation";

import type { Call } from "../call/call.ts";
import { refusal, unreadableBody } from "../call/sandbox.problems.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The body as JSON, known to be fit to keep: Unicode, finite numbers, of bounded depth. */
export function parseJsonBody({ arrival }: Call): { readonly json: Json } {
  const { bytes } = arrival.body;
  if (bytes === undefined || bytes.byteLength === 0)
    throw unreadableBody("Expected a JSON body, found none.");
  checkContentType(arrival.contentType, arrival.contentEncoding);
  return { json: parseJson(decode(bytes), "body") };
}

/** Parses a JSON text that came from a caller; `where` names its place for the message. */
export function parseJson(text: string, where: string): Json {
  let json: Json;
  try {
    // What JSON.parse gives is Json.
    json = JSON.parse(text) as Json;
  } catch (cause) {
    throw unreadableBody(`Expected JSON in the ${where}, found ${reasonOf(cause)}.`);
  }
  const unfit = findUnfitJson(json);
  if (unfit !== undefined)
    throw unreadableBody(`Expected ${unfit.expected} in the ${where}, found ${unfit.found}.`);
  return json;
}

/** A JSON body needs the content type of JSON and no encoding. */
function checkContentType(type: string | undefined, encoding: string | undefined): void {
  if (type === undefined || !jsonType.test(type)) {
    throw refusal(
      "SANDBOX-CONTENT-TYPE-UNSUPPORTED",
      "contentTypeNotSupported",
      "Expected the header content-type: application/json, found another or none.",
    );
  }
  if (encoding !== undefined && encoding.toLowerCase() !== "identity") {
    throw refusal(
      "SANDBOX-CONTENT-TYPE-UNSUPPORTED",
      "contentTypeNotSupported",
      "Expected a body without content-encoding, found one.",
    );
  }
}

const jsonType = /^application\/json\s*(?:;.*)?$/i;

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    // The decoder's own message says no more than this one.
    throw unreadableBody("Expected a body in UTF-8, found bytes that are not.");
  }
}

// The parser's message quotes the body; what stands in quotes stays away from the answer.
function reasonOf(cause: unknown): string {
  return cause instanceof SyntaxError && cause.message.includes("end of JSON")
    ? "an end too early"
    : "a text that is no JSON";
}
