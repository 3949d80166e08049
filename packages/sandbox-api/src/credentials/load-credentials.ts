import type { Queries } from "@slipway/database";

import type { ApiUser } from "./api-user.ts";

// The queries that name no customer: who calls must be known before it is known for whom, and a user asking for another
// customer's data must be told from one with a wrong password.

/** A user with what its password is compared to. */
export interface UserWithDigest {
  readonly user: ApiUser;
  readonly digest: Buffer;
}

/** A user with its key, encrypted. */
export interface UserWithKey {
  readonly user: ApiUser;
  readonly sealedKey: Buffer;
}

/** The users of this name that have a password; one per customer at most. */
export async function loadPasswordUsers(
  queries: Queries,
  username: string,
): Promise<readonly UserWithDigest[]> {
  const rows = await credentials(queries, "basic").where("username", "=", username).execute();
  return rows.flatMap((row) =>
    row.secret_digest === null ? [] : [{ user: userOf(row), digest: row.secret_digest }],
  );
}

/** The users of this name that sign; one per customer at most. */
export async function loadSigningUsers(
  queries: Queries,
  username: string,
): Promise<readonly UserWithKey[]> {
  const rows = await credentials(queries, "hmac").where("username", "=", username).execute();
  return rows.flatMap((row) =>
    row.key_ciphertext === null ? [] : [{ user: userOf(row), sealedKey: row.key_ciphertext }],
  );
}

/** The user on whose behalf a client of OAuth asks for tokens. */
export async function loadClientUser(
  queries: Queries,
  clientId: string,
): Promise<UserWithDigest | undefined> {
  const row = await credentials(queries, "oauth")
    .where("client_id", "=", clientId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { secret_digest: digest } = row;
  return digest === null ? undefined : { user: userOf(row), digest };
}

/** The user that a token stands for, until the token ends. */
export async function loadTokenUser(
  queries: Queries,
  digest: Buffer,
): Promise<ApiUser | undefined> {
  const row = await queries
    .selectFrom("ats_access_token as token")
    .innerJoin("api_credential as credential", (join) =>
      join
        .onRef("credential.customer_id", "=", "token.customer_id")
        .onRef("credential.username", "=", "token.username")
        .onRef("credential.kind", "=", "token.kind"),
    )
    .select([
      "token.customer_id",
      "token.username",
      "token.expires_at",
      "credential.user_id",
      "credential.login_group",
    ])
    .where("token.digest", "=", digest)
    .executeTakeFirst();
  return row === undefined ? undefined : userOf(row);
}

function credentials(queries: Queries, kind: "basic" | "hmac" | "oauth") {
  return queries.selectFrom("api_credential").selectAll().where("kind", "=", kind);
}

interface UserColumns {
  readonly customer_id: string;
  readonly username: string;
  readonly user_id: number;
  readonly login_group: string;
  readonly expires_at: Date | null;
}

function userOf(row: UserColumns): ApiUser {
  return {
    customerId: row.customer_id,
    username: row.username,
    userId: row.user_id,
    loginGroup: row.login_group,
    expiresAt: row.expires_at ?? undefined,
  };
}
