import type { HmacCredential, OAuthCredential } from "@slipway/platform-client";
import { signRequest } from "@slipway/sdk";

import type { CallTarget, SentCall } from "./canary.world.ts";

/** Calls that tell the secrets of signing and of tokens wherever there is room, and those secrets. */
export interface ProvenCalls {
  readonly calls: readonly SentCall[];
  readonly secrets: readonly string[];
}

export async function callsWithOtherProofs(
  [hmac, oauth]: readonly [HmacCredential, OAuthCredential],
  target: Omit<CallTarget, "login">,
): Promise<ProvenCalls> {
  const token = await askToken(oauth);
  const wrongSecret = "kanaryClientSecret-0815";
  const bearer = { authorization: `Bearer ${token}` };
  const person = `/customers/${target.customerId}/people/${target.personId}`;
  const { base } = target;
  return {
    secrets: [hmac.key, oauth.clientSecret, token, wrongSecret],
    calls: [
      { base, path: `${person}?note=${token}`, headers: bearer },
      {
        base,
        method: "PATCH",
        path: person,
        headers: { ...bearer, "content-type": "application/json" },
        body: JSON.stringify({ nosuchfield: token, folder: token }),
      },
      signedCall(hmac, { base, path: person, body: JSON.stringify({ nosuchfield: hmac.key }) }),
      signedCall(
        { ...hmac, key: "another" },
        { base, path: person, body: JSON.stringify({ nosuchfield: hmac.key }) },
      ),
      ...[oauth.clientSecret, wrongSecret].flatMap((secret) => tokenCalls(oauth, secret, base)),
    ],
  };
}

function signedCall(
  user: HmacCredential,
  { base, path, body }: { readonly base: string; readonly path: string; readonly body: string },
): SentCall {
  const request = { method: "PATCH", url: `${base}${path}`, body, at: new Date(0) };
  return { base, method: "PATCH", path, headers: signRequest(request, user), body };
}

/** Requests for tokens that succeed and that fail, with the secret where it belongs and where it does not. */
function tokenCalls(
  { clientId, audience }: OAuthCredential,
  secret: string,
  base: string,
): readonly SentCall[] {
  const asked = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: secret,
    audience,
  };
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const path = "/oauth/token";
  const call = { base, method: "POST", path };
  const filled = (given: Readonly<Record<string, string>>): string =>
    new URLSearchParams(given).toString();
  return [
    { ...call, headers: form, body: filled(asked) },
    { ...call, headers: form, body: filled({ ...asked, audience: secret }) },
    { ...call, headers: form, body: filled({ ...asked, note: secret }) },
    {
      ...call,
      path: `${path}?client_secret=${encodeURIComponent(secret)}`,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
    },
  ];
}

async function askToken({
  tokenUrl,
  clientId,
  clientSecret,
  audience,
}: OAuthCredential): Promise<string> {
  const answer = await fetch(tokenUrl, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: clientId,
      client_secret: clientSecret,
      audience,
    }),
  });
  const reply: unknown = await answer.json();
  if (typeof reply === "object" && reply !== null && "access_token" in reply)
    return String(reply.access_token);
  throw new Error(`Expected a token, found status ${answer.status}`);
}
