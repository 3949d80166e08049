import { hmacScheme, sha256, signatureOf } from "./canonical-request.ts";
import type { HmacCredentials } from "./ats-credentials.ts";

export interface RequestToSign {
  readonly method: string;
  readonly url: string | URL;
  /** Exactly what is sent; left out: nothing. */
  readonly body?: string | Uint8Array;
  /** Left out: `application/json`. */
  readonly contentType?: string;
  readonly at: Date;
}

/**
 * The headers that prove a request with HMAC. Send them as they are, with the same body, to the same address: `host` is
 * signed as HTTP clients send it, with the port unless it is the scheme's own.
 */
export function signRequest(
  { method, url, body = "", contentType = "application/json", at }: RequestToSign,
  { username, key }: Pick<HmacCredentials, "username" | "key">,
): Readonly<Record<string, string>> {
  const { host, pathname, search } = new URL(url);
  const sent = {
    "content-type": contentType,
    "x-icims-content-sha256": sha256(body),
    "x-icims-date": at.toISOString().replace(/\.\d+Z$/u, "Z"),
  };
  const headers = { ...sent, host };
  const signature = signatureOf({ method, path: pathname, query: search.slice(1), headers }, key);
  const names = Object.keys(headers).toSorted().join(";");
  return {
    ...sent,
    authorization: `${hmacScheme} user=${username},signedheaders=${names},signature=${signature}`,
  };
}
