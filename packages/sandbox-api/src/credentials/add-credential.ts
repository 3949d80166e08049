import type { Queries } from "@slipway/database";

import { digestSecret } from "./digest-secret.ts";

interface CredentialOfUser {
  readonly customerId: string;
  readonly username: string;
  /** The number by which the status log and events name the user. */
  readonly userId: number;
  readonly loginGroup: string;
  /** On the tenant's clock. */
  readonly expiresAt?: Date;
  readonly createdAt: Date;
}

/** A password, a key for signed requests (encrypted by whoever can decrypt it for this API), or a client of OAuth. */
export type NewCredential = CredentialOfUser &
  (
    | { readonly kind?: "basic"; readonly password: string }
    | { readonly kind: "hmac"; readonly sealedKey: Uint8Array }
    | { readonly kind: "oauth"; readonly clientId: string; readonly clientSecret: string }
  );

/** Lets an integration user in, or replaces what it has of this kind; a password or client secret is kept as its digest. Fails when the customer does not exist. */
export async function addCredential(queries: Queries, credential: NewCredential): Promise<void> {
  const row = {
    customer_id: credential.customerId,
    username: credential.username,
    user_id: credential.userId,
    login_group: credential.loginGroup,
    expires_at: credential.expiresAt ?? null,
    created_at: credential.createdAt,
    ...secretColumns(credential),
  };
  await queries
    .insertInto("api_credential")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "username", "kind"]).doUpdateSet(row),
    )
    .execute();
}

interface SecretColumns {
  readonly kind: "basic" | "hmac" | "oauth";
  readonly secret_digest: Buffer | null;
  readonly client_id: string | null;
  readonly key_ciphertext: Buffer | null;
}

function secretColumns(credential: NewCredential): SecretColumns {
  const none = { secret_digest: null, client_id: null, key_ciphertext: null };
  if (credential.kind === "hmac")
    return { ...none, kind: "hmac", key_ciphertext: Buffer.from(credential.sealedKey) };
  if (credential.kind === "oauth")
    return {
      ...none,
      kind: "oauth",
      client_id: credential.clientId,
      secret_digest: digestSecret(credential.clientSecret),
    };
  return { ...none, kind: "basic", secret_digest: digestSecret(credential.password) };
}
