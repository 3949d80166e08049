import { createHash, createHmac } from "node:crypto";

/** The vendor's scheme: name of the algorithm, first word of the header, first line of what is signed. */
export const hmacScheme = "x-icims-v1-hmac-sha256";

/** A request as it is signed. */
export interface SignedParts {
  readonly method: string;
  /** As sent, without query. */
  readonly path: string;
  /** As sent, without question mark; empty when there is none. */
  readonly query: string;
  /** The headers that are signed, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The signature of a request: 64 lower-case hex digits. */
export function signatureOf(parts: SignedParts, key: string): string {
  const text = [hmacScheme, parts.headers["x-icims-date"] ?? "", sha256(canonicalRequest(parts))];
  return createHmac("sha256", key).update(text.join("\n")).digest("hex");
}

/**
 * The text that stands for a request. The body is no line of it: the header `x-icims-content-sha256` covers it, which
 * is why it has to be among the signed ones.
 */
export function canonicalRequest({ method, path, query, headers }: SignedParts): string {
  const names = Object.keys(headers).toSorted();
  const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim()}`);
  return [method.toUpperCase(), path, query, ...lines, "", names.join(";")].join("\n");
}

/** Lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
