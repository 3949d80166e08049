import { hmacScheme, signatureOf, type SignedRequest } from "./canonical-request.ts";

/** What an `Authorization` header of the HMAC scheme says. */
export interface SignedAuthorization {
  readonly user: string;
  /** In lower case, each once, in the order of the header. */
  readonly signedHeaders: readonly string[];
  /** 64 lower-case hex digits. */
  readonly signature: string;
}

export interface SigningUser {
  /** Without commas and blanks at its ends: the header could not carry it. */
  readonly user: string;
  readonly key: string;
}

/** The `Authorization` header that proves a request, written as the vendor writes it: without blanks after the commas (PAY). */
export function signedAuthorization(request: SignedRequest, { user, key }: SigningUser): string {
  const names = Object.keys(request.headers).toSorted().join(";");
  return `${hmacScheme} user=${user},signedheaders=${names},signature=${signatureOf(request, key)}`;
}

const scheme = new RegExp(`^${hmacScheme}[ \\t]+(.+)$`, "u");
const part = /^[ \t]*(user|signedheaders|signature)[ \t]*=[ \t]*(.*?)[ \t]*$/u;
const headerName = /^[a-z0-9!#$%&'*+.^_`|~-]+$/u;
const hexDigest = /^[0-9a-f]{64}$/u;

/**
 * Reads an `Authorization` header of the HMAC scheme; undefined when it is none or cannot be read. Blanks around the parts
 * are accepted: the vendor sends none, a client that works with it sends some (PAY, CLI).
 */
export function parseSignedAuthorization(header: string): SignedAuthorization | undefined {
  const pieces = scheme.exec(header)?.[1]?.split(",") ?? [];
  const parts = new Map(pieces.map((piece) => [part.exec(piece)?.[1], part.exec(piece)?.[2]]));
  if (pieces.length !== 3 || parts.size !== 3) return undefined;
  const user = parts.get("user");
  const signature = parts.get("signature");
  const signedHeaders = parts.get("signedheaders")?.split(";") ?? [];
  if (!user || signature === undefined || !hexDigest.test(signature)) return undefined;
  const isList = signedHeaders.every((name) => headerName.test(name));
  if (!isList || new Set(signedHeaders).size !== signedHeaders.length) return undefined;
  return { user, signedHeaders, signature };
}
