import { parseRequestDate, signatureHeaders, type SignedAuthorization } from "@slipway/ats-model";

import type { Arrival } from "../call/arrival.ts";
import type { Step } from "../call/steps-of.ts";
import { parseAuthorization, schemeOf } from "../credentials/parse-authorization.ts";
import type { PresentedCredentials } from "../credentials/presented-credentials.ts";
import { refuseCredentials, type CredentialsRefusal } from "../credentials/refuse-credentials.ts";
import { headerOf } from "../credentials/signed-request.ts";

/** What the caller presents as proof; a request without any is refused as one with wrong ones. */
export function parseCredentials(
  refusal: CredentialsRefusal,
): Step<unknown, { readonly presented: PresentedCredentials }> {
  return ({ arrival, notes }) => {
    const { authorization } = arrival;
    const scheme = schemeOf(authorization);
    const presented = authorization === undefined ? undefined : parseAuthorization(authorization);
    if (presented === undefined)
      return refuseCredentials(arrival, refusal, {
        scheme,
        ...(scheme === "hmac" ? { message: unreadableSignature } : {}),
      });
    notes.secrets.push(secretOf(presented));
    const message = presented.scheme === "hmac" ? findFault(arrival, presented) : undefined;
    if (message !== undefined) return refuseCredentials(arrival, refusal, { scheme, message });
    return { presented };
  };
}

const unreadableSignature =
  "Expected the header authorization: x-icims-v1-hmac-sha256 user=NAME,signedheaders=host;x-icims-date,signature=HEX, with header names in lower case and 64 lower-case hex digits, found one that is not.";

const alwaysSigned = ["host", signatureHeaders.date];

/** What keeps a signature from being checked at all; it depends on nothing that is secret, so it is told. */
function findFault(arrival: Arrival, { signedHeaders }: SignedAuthorization): string | undefined {
  const unsigned = alwaysSigned.find((name) => !signedHeaders.includes(name));
  if (unsigned !== undefined)
    return `Expected host and x-icims-date among the signed headers, found ${unsigned} missing in signedheaders.`;
  const absent = signedHeaders.find((name) => headerOf(arrival, name) === undefined);
  if (absent !== undefined)
    return `Expected every signed header on the request, found no header ${absent}.`;
  return parseRequestDate(headerOf(arrival, signatureHeaders.date) ?? "") === undefined
    ? "Expected x-icims-date as 2026-01-15T10:00:00Z or with an offset such as +0000, found something else."
    : undefined;
}

function secretOf(presented: PresentedCredentials): string {
  switch (presented.scheme) {
    case "basic":
      return presented.password;
    case "bearer":
      return presented.token;
    case "hmac":
      return presented.signature;
  }
}
