import type { Machine } from "../machine.ts";
import type { AtsCredentials, OAuthCredentials } from "./ats-credentials.ts";
import { fetchToken, type Token } from "./fetch-token.ts";
import { signRequest } from "./sign-request.ts";

export interface OutgoingRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string | undefined;
}

/** Proves requests, each with headers of its own. */
export interface Authorizer {
  readonly headersFor: (request: OutgoingRequest) => Promise<Readonly<Record<string, string>>>;
  /** Forgets what the ATS refused; true when the next request is proved by something new. */
  readonly renew: () => boolean;
}

/** A token is replaced this long before it ends, so that it does not end on its way. */
const marginMs = 30_000;

/** The authorizer for these credentials. */
export function createAuthorizer(credentials: AtsCredentials, machine: Machine): Authorizer {
  if (credentials.kind === "oauth") return createTokenAuthorizer(credentials, machine);
  const headersOf = (request: OutgoingRequest): Readonly<Record<string, string>> => {
    if (credentials.kind === "basic") {
      const { username, password } = credentials;
      return {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`,
      };
    }
    const { method, url, body = "" } = request;
    return signRequest({ method, url, body, at: new Date(machine.now()) }, credentials);
  };
  return { headersFor: async (request) => headersOf(request), renew: () => false };
}

// One request for all who wait: the vendor slows down who asks for tokens too often.
function createTokenAuthorizer(oauth: OAuthCredentials, machine: Machine): Authorizer {
  let current: Token | undefined;
  let underWay: Promise<Token> | undefined;
  const ask = async (): Promise<Token> => {
    try {
      current = await fetchToken(oauth, machine);
      return current;
    } finally {
      underWay = undefined;
    }
  };
  return {
    headersFor: async () => {
      if (current === undefined || machine.now() >= current.expiresAt - marginMs) {
        underWay ??= ask();
        await underWay;
      }
      return { authorization: `Bearer ${current?.text ?? ""}` };
    },
    renew: () => {
      current = undefined;
      return true;
    },
  };
}
