import type { Queries } from "@slipway/database";

import { digestSecret } from "./digest-secret.ts";

export interface NewCredential {
  readonly customerId: string;
  readonly username: string;
  readonly password: string;
  /** The number by which the status log and events name the user. */
  readonly userId: number;
  readonly loginGroup: string;
  /** On the tenant's clock. */
  readonly expiresAt?: Date;
  readonly createdAt: Date;
}

/** Lets an integration user in: stores the digest of the password, or replaces it. Fails when the customer does not exist. */
export async function addCredential(queries: Queries, credential: NewCredential): Promise<void> {
  const row = {
    customer_id: credential.customerId,
    username: credential.username,
    secret_digest: digestSecret(credential.password),
    user_id: credential.userId,
    login_group: credential.loginGroup,
    expires_at: credential.expiresAt ?? null,
    created_at: credential.createdAt,
  };
  await queries
    .insertInto("api_credential")
    .values(row)
    .onConflict((conflict) => conflict.columns(["customer_id", "username"]).doUpdateSet(row))
    .execute();
}
