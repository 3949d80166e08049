import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

import type { CustomerConfiguration, PlatformCredentials } from "./configuration.ts";
import { isSame } from "./is-same.ts";
import { readText, type JsonAnswer } from "./json-http.ts";

type Client = Extract<PlatformCredentials, { method: "oauth" }>;

/** The token endpoint (OAuth 2.0 client credentials), and the tokens that it gave out; they live in memory, for an hour. */
export interface Tokens {
  /** Answers `POST /oauth/token`; undefined for any other call. */
  readonly answer: (request: IncomingMessage) => Promise<JsonAnswer | undefined>;
  /** Whether the token was given to this client and is still good. */
  readonly isOf: (token: string | undefined, client: Client) => boolean;
}

const lifeSeconds = 3600;

export function createTokens(customers: ReadonlyMap<string, CustomerConfiguration>): Tokens {
  const given = new Map<string, { readonly clientId: string; readonly until: number }>();
  const clients = (): readonly Client[] =>
    [...customers.values()].map(({ platform }) => platform).filter((one) => one.method === "oauth");
  const give = (form: URLSearchParams): JsonAnswer => {
    if (form.get("grant_type") !== "client_credentials")
      return refused(400, "unsupported_grant_type");
    const [id, secret] = [form.get("client_id") ?? "", form.get("client_secret") ?? ""];
    const isKnown = clients().some(
      (one) => isSame(id, one.clientId) && isSame(secret, one.clientSecret),
    );
    if (!isKnown) return refused(401, "invalid_client");
    const token = randomBytes(24).toString("base64url");
    given.set(token, { clientId: id, until: Date.now() + lifeSeconds * 1000 });
    const body = { access_token: token, token_type: "Bearer", expires_in: lifeSeconds };
    return { status: 200, headers: { "cache-control": "no-store" }, body };
  };
  return {
    answer: async (request) => {
      if (request.method !== "POST" || request.url !== "/oauth/token") return undefined;
      const text = await readText(request).catch(() => "");
      return give(new URLSearchParams(text));
    },
    isOf: (token = "", client) => {
      const known = given.get(token);
      return known !== undefined && known.until > Date.now() && known.clientId === client.clientId;
    },
  };
}

function refused(status: number, error: string): JsonAnswer {
  return { status, headers: { "cache-control": "no-store" }, body: { error } };
}
