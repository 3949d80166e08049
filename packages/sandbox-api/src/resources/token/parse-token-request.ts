import type { Call } from "../../call/call.ts";
import { unreadableTokenRequest, unsupportedGrant } from "./token.problems.ts";

/** What a client sends to get a token. */
export interface TokenRequest {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly audience: string;
}

/** Reads a token request from a form (CLI) or from JSON with the same keys (3P). */
export function parseTokenRequest({ arrival, notes }: Call): { readonly asked: TokenRequest } {
  const given = readParameters(arrival.contentType, arrival.body.bytes ?? new Uint8Array());
  const clientSecret = given.get("client_secret");
  // First: whatever is wrong with the rest, it must not be stored.
  if (clientSecret !== undefined && clientSecret !== "") notes.secrets.push(clientSecret);
  const valueOf = (name: string): string => {
    const value = given.get(name) ?? "";
    if (value === "")
      throw unreadableTokenRequest(
        `Expected the parameters grant_type, client_id, client_secret and audience, found no ${name}.`,
      );
    return value;
  };
  if (valueOf("grant_type") !== "client_credentials") throw unsupportedGrant();
  return {
    asked: {
      clientId: valueOf("client_id"),
      clientSecret: valueOf("client_secret"),
      audience: valueOf("audience"),
    },
  };
}

type Parameters = ReadonlyMap<string, string>;

const form = /^application\/x-www-form-urlencoded\s*(?:;.*)?$/i;
const json = /^application\/json\s*(?:;.*)?$/i;

function readParameters(type: string | undefined, bytes: Uint8Array): Parameters {
  const text = Buffer.from(bytes).toString("utf8");
  if (type !== undefined && form.test(type)) return readForm(text);
  if (type !== undefined && json.test(type)) return readObject(text);
  throw unreadableTokenRequest(
    "Expected the content-type application/x-www-form-urlencoded or application/json, found another or none.",
  );
}

function readForm(text: string): Parameters {
  const pairs = [...new URLSearchParams(text)];
  const parameters = new Map(pairs);
  if (parameters.size !== pairs.length)
    throw unreadableTokenRequest("Expected each parameter once, found one that is repeated.");
  return parameters;
}

function readObject(text: string): Parameters {
  const found = parsed(text);
  if (typeof found !== "object" || found === null || Array.isArray(found))
    throw unreadableTokenRequest("Expected a JSON object, found something else.");
  const texts = Object.entries(found).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return new Map(texts);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes the body, which holds a secret.
    throw unreadableTokenRequest("Expected a JSON object, found a text that is no JSON.");
  }
}
