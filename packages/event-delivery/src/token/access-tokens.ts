import { createHash } from "node:crypto";

import type { Clock } from "@slipway/foundation";

import type { ClaimedDelivery } from "../claimed-delivery.ts";
import type { TokenClient } from "../connection/open-credentials.ts";
import { fetchToken, type FetchTokenOptions } from "./fetch-token.ts";
import type { AccessTokens } from "./token-source.ts";
import type { GivenToken } from "./read-token-answer.ts";

interface Entry {
  /** A connection that was changed has another. */
  readonly identity: string;
  readonly token: Promise<string>;
  /** On the monotonic clock; undefined while it is being fetched. */
  goodUntilMs: number | undefined;
}

/** How much earlier than it says a token is replaced: a tenth of its life, at most this. */
const longestMarginMs = 60_000;

export function createAccessTokens(options: FetchTokenOptions): AccessTokens {
  const { clock } = options.context;
  const entries = new Map<string, Entry>();
  const fetchInto = (client: TokenClient, delivery: ClaimedDelivery): Entry => {
    const key = keyOf(client);
    const askedMs = clock.monotonicMs();
    const entry: Entry = {
      identity: identityOf(client),
      goodUntilMs: undefined,
      token: fetchToken(client, delivery, options).then(
        (given) => {
          entry.goodUntilMs = goodUntil(given, askedMs);
          return given.accessToken;
        },
        (error: unknown) => {
          if (entries.get(key) === entry) entries.delete(key);
          throw error;
        },
      ),
    };
    entries.set(key, entry);
    return entry;
  };
  return {
    tokenFor: async (client, delivery) => {
      const key = keyOf(client);
      const known = entries.get(key);
      // Between this look and the new entry nobody else runs: there is one fetch at a time.
      const entry =
        known !== undefined && isGood(known, identityOf(client), clock)
          ? known
          : fetchInto(client, delivery);
      return {
        accessToken: await entry.token,
        forget: () => {
          if (entries.get(key) === entry) entries.delete(key);
        },
      };
    },
  };
}

function isGood(entry: Entry, identity: string, clock: Pick<Clock, "monotonicMs">): boolean {
  const { goodUntilMs } = entry;
  return (
    entry.identity === identity && (goodUntilMs === undefined || clock.monotonicMs() < goodUntilMs)
  );
}

/** A token that does not say how long it is good serves those who waited for it, and nobody after them. */
function goodUntil({ expiresInSeconds }: GivenToken, askedMs: number): number {
  const lifeMs = (expiresInSeconds ?? 0) * 1000;
  return askedMs + lifeMs - Math.min(lifeMs / 10, longestMarginMs);
}

function keyOf({ sandboxId, region }: TokenClient): string {
  return `${sandboxId} ${region}`;
}

function identityOf({ authentication, clientSecret, trustedCertificates }: TokenClient): string {
  const { tokenAddress, clientId, audience, scope } = authentication;
  const parts = [tokenAddress, clientId, clientSecret, audience, scope, trustedCertificates];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
