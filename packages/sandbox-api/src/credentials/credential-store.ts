import { timingSafeEqual } from "node:crypto";

import type { Queries } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

import type { ApiUser } from "./api-user.ts";
import { digestSecret } from "./digest-secret.ts";
import type { PresentedCredentials } from "./parse-basic.ts";

/** Proves who calls. */
export interface CredentialStore {
  /** The users, one per customer at most, whose name and secret were presented; none when they are wrong. */
  readonly usersOf: (presented: PresentedCredentials) => Promise<readonly ApiUser[]>;
}

export interface CredentialStoreOptions {
  readonly queries: Queries;
  readonly clock: Pick<Clock, "monotonicMs">;
}

/** How long an answer, right or wrong, is taken for true: so much later a withdrawn password still opens at most. */
const cacheLifeMs = 5_000;
const cacheSize = 2_000;

interface Cached {
  readonly users: readonly ApiUser[];
  readonly untilMs: number;
}

/** Credentials from the table `api_credential`, behind a cache of short real-time life that holds digests only. */
export function createCredentialStore({ queries, clock }: CredentialStoreOptions): CredentialStore {
  const cache = new Map<string, Cached>();

  const remember = (key: string, users: readonly ApiUser[]): readonly ApiUser[] => {
    // The oldest goes first: a map keeps the order of insertion.
    const oldest = cache.size >= cacheSize ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(key, { users, untilMs: clock.monotonicMs() + cacheLifeMs });
    return users;
  };

  const load = async (username: string, digest: Buffer): Promise<readonly ApiUser[]> => {
    // The one query that names no customer: a user asking for another customer's data must be told from a wrong password.
    const rows = await queries
      .selectFrom("api_credential")
      .selectAll()
      .where("username", "=", username)
      .execute();
    return rows
      .filter((row) => sameDigest(row.secret_digest, digest))
      .map((row) => ({
        customerId: row.customer_id,
        username: row.username,
        userId: row.user_id,
        loginGroup: row.login_group,
        expiresAt: row.expires_at ?? undefined,
      }));
  };

  return {
    usersOf: async ({ username, password }) => {
      // PostgreSQL takes no NUL in a text: no such user can exist.
      if (username.includes("\0")) return [];
      const digest = digestSecret(password);
      const key = `${digest.toString("latin1")}${username}`;
      const cached = cache.get(key);
      if (cached !== undefined && cached.untilMs > clock.monotonicMs()) return cached.users;
      cache.delete(key);
      return remember(key, await load(username, digest));
    },
  };
}

function sameDigest(stored: Buffer, presented: Buffer): boolean {
  return stored.length === presented.length && timingSafeEqual(stored, presented);
}
