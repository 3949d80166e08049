import { AtsAuthenticationError, AtsUnavailableError } from "../error/ats-error.ts";
import { isObject } from "../is-object.ts";
import type { Machine } from "../machine.ts";
import type { OAuthCredentials } from "./ats-credentials.ts";

export interface Token {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const vendorAudience = "https://api.icims.com/v1/";
const timeoutMs = 15_000;

/** Asks the token server once. Its error code is told; what else it says is not, for it may repeat what was sent. */
export async function fetchToken(oauth: OAuthCredentials, machine: Machine): Promise<Token> {
  const call = { method: "POST", path: new URL(oauth.tokenUrl).pathname };
  const asked = machine.now();
  const response = await post(oauth, machine).catch((error: unknown) => {
    throw new AtsUnavailableError({
      ...call,
      expected: "a token",
      arrived: "no answer",
      cause: error,
    });
  });
  const body: unknown = await response.json().catch(() => undefined);
  const { access_token: text, expires_in: seconds, error } = isObject(body) ? body : {};
  if (response.ok && typeof text === "string") {
    const lifetime = typeof seconds === "number" ? seconds : 0;
    return { text, expiresAt: asked + lifetime * 1000 };
  }
  const code = typeof error === "string" && /^[a-z_]{1,40}$/u.test(error) ? ` (${error})` : "";
  const Failure = mayHeal(response.status) ? AtsUnavailableError : AtsAuthenticationError;
  throw new Failure({
    ...call,
    status: response.status,
    expected: "a token; check client id, secret, audience and address",
    arrived: `${response.status}${code}`,
  });
}

function mayHeal(status: number): boolean {
  return status === 429 || status >= 500;
}

async function post(
  { tokenUrl, clientId, clientSecret, audience = vendorAudience }: OAuthCredentials,
  machine: Machine,
): Promise<Response> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    audience,
  });
  return machine.fetch(tokenUrl, {
    method: "POST",
    redirect: "error",
    signal: machine.timeout(timeoutMs),
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: form.toString(),
  });
}
