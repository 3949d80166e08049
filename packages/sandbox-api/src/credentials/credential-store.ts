import type { Queries } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

import type { Arrival } from "../call/arrival.ts";
import type { ApiUser } from "./api-user.ts";
import {
  loadPasswordUsers,
  loadSigningUsers,
  loadTokenUser,
  type UserWithKey,
} from "./load-credentials.ts";
import { digestSecret } from "./digest-secret.ts";
import { isSameDigest } from "./is-same-digest.ts";
import { isSignedWith } from "./is-signed-with.ts";
import type { PresentedCredentials } from "./presented-credentials.ts";
import { createShortMemory } from "./short-memory.ts";

/** Who a request proves to come from. */
export interface Proof {
  /** One per customer at most; none when the credentials are wrong. */
  readonly users: readonly ApiUser[];
  /** Keys that were read in order to know: secrets that must not be stored where they occur. */
  readonly keys?: readonly string[];
}

/** Proves who calls. */
export interface CredentialStore {
  readonly prove: (presented: PresentedCredentials, arrival: Arrival) => Promise<Proof>;
}

export interface CredentialStoreOptions {
  readonly queries: Queries;
  readonly clock: Pick<Clock, "monotonicMs">;
  /** Decrypts a key of a customer's user. */
  readonly unsealKey: (customerId: string, sealed: Uint8Array) => Promise<string>;
}

/**
 * Credentials from the tables `api_credential` and `ats_access_token`, behind a memory of short real-time life that holds
 * digests and encrypted keys only.
 */
export function createCredentialStore(options: CredentialStoreOptions): CredentialStore {
  const proofs = createShortMemory<Proof>(options.clock);
  const byKey = createSignatureProof(options);

  return {
    prove: async (presented, arrival) => {
      if (presented.scheme === "hmac") return byKey(presented, arrival);
      const { key, load } =
        presented.scheme === "basic"
          ? passwordProof(options.queries, presented)
          : tokenProof(options.queries, presented);
      return proofs.recall(key, load);
    },
  };
}

interface RememberedProof {
  /** Holds the digest of the secret and not the secret. */
  readonly key: string;
  readonly load: () => Promise<Proof>;
}

type Presented<Scheme> = Extract<PresentedCredentials, { readonly scheme: Scheme }>;

const nobody: Proof = { users: [] };

function passwordProof(
  queries: Queries,
  { username, password }: Presented<"basic">,
): RememberedProof {
  const digest = digestSecret(password);
  const load = async (): Promise<Proof> => {
    if (!isName(username)) return nobody;
    const known = await loadPasswordUsers(queries, username);
    return {
      users: known.filter((one) => isSameDigest(one.digest, digest)).map(({ user }) => user),
    };
  };
  return { key: `${digest.toString("latin1")}${username}`, load };
}

function tokenProof(queries: Queries, { token }: Presented<"bearer">): RememberedProof {
  const digest = digestSecret(token);
  const load = async (): Promise<Proof> => {
    const user = await loadTokenUser(queries, digest);
    return user === undefined ? nobody : { users: [user] };
  };
  // No password has this key: a user name is never empty.
  return { key: digest.toString("latin1"), load };
}

function createSignatureProof({
  queries,
  clock,
  unsealKey,
}: CredentialStoreOptions): (signed: Presented<"hmac">, arrival: Arrival) => Promise<Proof> {
  const signers = createShortMemory<readonly UserWithKey[]>(clock);
  return async (signed, arrival) => {
    if (!isName(signed.user)) return nobody;
    const known = await signers.recall(signed.user, async () =>
      loadSigningUsers(queries, signed.user),
    );
    const keyed = await Promise.all(
      known.map(async ({ user, sealedKey }) => ({
        user,
        key: await unsealKey(user.customerId, sealedKey),
      })),
    );
    return {
      users: keyed.filter(({ key }) => isSignedWith(arrival, signed, key)).map(({ user }) => user),
      keys: keyed.map(({ key }) => key),
    };
  };
}

/** PostgreSQL takes no NUL in a text: no such user can exist. */
function isName(username: string): boolean {
  return !username.includes("\0");
}
