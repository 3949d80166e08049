import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

import type { CustomerConfiguration, PlatformCredentials } from "./configuration.ts";

type Client = Extract<PlatformCredentials, { method: "oauth" }>;

/** The token endpoint (OAuth 2.0 client credentials), and the tokens that it gave out; they live in memory, for an hour. */
export interface Tokens {
  /** Answers `POST /oauth/token`; undefined for any other call. */
  readonly answer: (request: Request) => Promise<Response | undefined>;
  /** The id of the client that a token was given to, while it is good. */
  readonly clientOf: (token: string) => string | undefined;
}

const lifeSeconds = 3600;

export function createTokens(customers: ReadonlyMap<string, CustomerConfiguration>): Tokens {
  const given = new Map<string, { readonly clientId: string; readonly until: number }>();
  const clients = (): readonly Client[] =>
    [...customers.values()].map(({ platform }) => platform).filter((one) => one.method === "oauth");
  const give = (form: URLSearchParams): Response => {
    if (form.get("grant_type") !== "client_credentials")
      return answerOf(400, { error: "unsupported_grant_type" });
    const [id, secret] = [form.get("client_id") ?? "", form.get("client_secret") ?? ""];
    const isKnown = clients().some(
      (one) => one.clientId === id && isSame(secret, one.clientSecret),
    );
    if (!isKnown) return answerOf(401, { error: "invalid_client" });
    const token = randomBytes(24).toString("base64url");
    given.set(token, { clientId: id, until: Date.now() + lifeSeconds * 1000 });
    return answerOf(200, {
      access_token: token,
      token_type: "Bearer",
      expires_in: lifeSeconds,
    });
  };
  return {
    answer: async (request) => {
      if (request.method !== "POST" || new URL(request.url).pathname !== "/oauth/token")
        return undefined;
      return give(new URLSearchParams(await request.text()));
    },
    clientOf: (token) => {
      const known = given.get(token);
      return known !== undefined && known.until > Date.now() ? known.clientId : undefined;
    },
  };
}

function answerOf(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

/** Takes as long for a near miss as for a far one. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [given, right].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
