import {
  contentDigest,
  signatureHeaders,
  signedAuthorization,
  type SigningUser,
} from "@slipway/ats-model";
import type { Header } from "@slipway/exchange";

/** A call as it goes on the wire, before it is proved. */
export interface SignableCall {
  readonly method: string;
  readonly url: URL;
  /** Undefined for a call without a body, which sends no `Content-Type` either. */
  readonly contentType: string | undefined;
  /** The bytes that leave: compressed, where the body is. */
  readonly body: Uint8Array | undefined;
}

/**
 * The headers of a signature over exactly what leaves (PAY): method, path, query, the host with its port as sent, the date, the
 * digest of the body's bytes on the wire and, where there is a body, its type.
 */
export function signCall(
  { method, url, contentType, body }: SignableCall,
  { user, key, at }: SigningUser & { readonly at: Date },
): readonly Header[] {
  const own = {
    [signatureHeaders.date]: vendorDate(at),
    [signatureHeaders.contentDigest]: contentDigest(body),
  };
  const authorization = signedAuthorization(
    {
      method,
      path: url.pathname,
      query: url.search.slice(1),
      headers: {
        ...(contentType === undefined ? {} : { "content-type": contentType }),
        host: url.host,
        ...own,
      },
    },
    { user, key },
  );
  return [...Object.entries(own), ["Authorization", authorization]];
}

/** `2017-10-18T14:53:40+0000` (PAY). */
function vendorDate(at: Date): string {
  return `${at.toISOString().slice(0, "2017-10-18T14:53:40".length)}+0000`;
}
