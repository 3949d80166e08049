import { machineWith, type Machine } from "../machine.ts";
import { challengeOf } from "./challenge-of.ts";
import { equalsSecret } from "./equals-secret.ts";
import type { InboundRequest, SecretOf } from "./inbound-request.ts";
import { isSignedWith } from "./is-signed-with.ts";

/** Who called: the name of the user, or undefined when nobody known did. */
export interface Authenticator {
  (request: InboundRequest): Promise<string | undefined>;
  /** What `WWW-Authenticate` says to who is not known. Left out: Basic. */
  readonly challenge?: string;
}

export interface HmacCheck {
  readonly keyOf: SecretOf;
  /** How far the request's time may be from ours. Left out: 15 minutes. A sandbox whose clock was moved needs more. */
  readonly greatestSkewMs?: number;
  /** Host names under which the ATS calls, when a proxy replaces the header. Left out: the header as it arrives. */
  readonly hosts?: readonly string[];
  readonly machine?: Pick<Machine, "now">;
}

/** Accepts HTTP Basic. Compares in constant time. */
export function acceptBasic(passwordOf: SecretOf): Authenticator {
  return async ({ headers }) => {
    const [, encoded = ""] =
      /^basic +([\w+/=-]+) *$/iu.exec(headers.get("authorization") ?? "") ?? [];
    const [, username, password] =
      /^([^:]*):(.*)$/su.exec(Buffer.from(encoded, "base64").toString("utf8")) ?? [];
    if (username === undefined || password === undefined) return undefined;
    const expected = await passwordOf(username);
    // Compared also when there is no such user, so that time does not tell who exists.
    const isEqual = equalsSecret(password, expected ?? "");
    return isEqual && expected ? username : undefined;
  };
}

/**
 * Accepts requests signed with the vendor's HMAC scheme. The signature has to cover the time, and the body by its digest;
 * what it does not cover could have been changed by anybody.
 */
export function acceptHmac({
  keyOf,
  hosts,
  greatestSkewMs = 900_000,
  machine,
}: HmacCheck): Authenticator {
  const { now } = machineWith(machine);
  const accept = async (request: InboundRequest) =>
    isSignedWith({ request, keyOf, hosts, greatestSkewMs, now: now() });
  return Object.assign(accept, { challenge: "x-icims-v1-hmac-sha256" });
}

/** Accepts OAuth 2.0 bearer tokens that your token server gave out: `userOf` says whose a token is. */
export function acceptBearer(userOf: SecretOf): Authenticator {
  const accept = async ({ headers }: InboundRequest) => {
    const [, token] = /^bearer +(\S+) *$/iu.exec(headers.get("authorization") ?? "") ?? [];
    return token === undefined ? undefined : userOf(token);
  };
  return Object.assign(accept, { challenge: "Bearer" });
}

/** Accepts what one of them accepts. */
export function acceptAny(...authenticators: readonly Authenticator[]): Authenticator {
  const acceptOne = async (request: InboundRequest) => {
    for (const accept of authenticators) {
      const user = await accept(request);
      if (user !== undefined) return user;
    }
    return undefined;
  };
  const challenge = [...new Set(authenticators.map(challengeOf))].join(", ");
  return Object.assign(acceptOne, { challenge });
}
