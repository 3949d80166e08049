import { createHash, createHmac } from "node:crypto";

/** The vendor's scheme: first word of the header, first line of the string to sign (DOC). */
export const hmacScheme = "x-icims-v1-hmac-sha256";

/** The headers that carry what the scheme signs besides a request's own. */
export const signatureHeaders = {
  date: "x-icims-date",
  contentDigest: "x-icims-content-sha256",
} as const;

/** A request as it is signed. */
export interface SignedRequest {
  readonly method: string;
  /** As sent, without query. */
  readonly path: string;
  /** As sent, without the question mark; empty where there is none. */
  readonly query: string;
  /** Exactly the headers that are signed, `x-icims-date` among them; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The text that stands for a request: method, path, query, the signed headers by name, an empty line, their names (CLI; the
 * vendor's own page agrees as far as it is public). No line holds the body: the header `x-icims-content-sha256` covers it,
 * where it is signed. Values are trimmed at both ends (INF).
 */
export function canonicalRequest({ method, path, query, headers }: SignedRequest): string {
  const names = Object.keys(headers).toSorted();
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim()}`);
  return [method.toUpperCase(), path, query, ...lines, "", names.join(";")].join("\n");
}

/** What the key signs: the scheme, the request's time as sent, the digest of the canonical request. */
export function stringToSign(request: SignedRequest): string {
  const date = (request.headers[signatureHeaders.date] ?? "").trim();
  return [hmacScheme, date, contentDigest(canonicalRequest(request))].join("\n");
}

/** The signature of a request: 64 lower-case hex digits. The key is used as its UTF-8 bytes. */
export function signatureOf(request: SignedRequest, key: string): string {
  return createHmac("sha256", key).update(stringToSign(request)).digest("hex");
}

/** The value of `x-icims-content-sha256`: lower-case hex of the body's bytes; without a body, of none. */
export function contentDigest(body: string | Uint8Array = ""): string {
  return createHash("sha256").update(body).digest("hex");
}
