import { machineWith, type Machine } from "../machine.ts";
import { equalsSecret } from "./equals-secret.ts";
import type { InboundRequest, SecretOf } from "./inbound-request.ts";
import { isSignedWith } from "./is-signed-with.ts";

/** Who called: the name of the user, or undefined when nobody known did. */
export type Authenticator = (request: InboundRequest) => Promise<string | undefined>;

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
  return async (request) => isSignedWith({ request, keyOf, hosts, greatestSkewMs, now: now() });
}

/** Accepts OAuth 2.0 bearer tokens that your token server gave out: `userOf` says whose a token is. */
export function acceptBearer(userOf: SecretOf): Authenticator {
  return async ({ headers }) => {
    const [, token] = /^bearer +(\S+) *$/iu.exec(headers.get("authorization") ?? "") ?? [];
    return token === undefined ? undefined : userOf(token);
  };
}

/** Accepts what one of them accepts. */
export function acceptAny(...authenticators: readonly Authenticator[]): Authenticator {
  return async (request) => {
    for (const accept of authenticators) {
      const user = await accept(request);
      if (user !== undefined) return user;
    }
    return undefined;
  };
}
