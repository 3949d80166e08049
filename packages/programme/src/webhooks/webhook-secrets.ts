import type { Queries, Transaction } from "@slipway/database";

import type { ProgrammeParts } from "../programme-parts.ts";
import { makeWebhookSecret } from "./sign-message.ts";

/** How long the secret before signs beside a new one. */
const overlapMs = 86_400_000;

type SecretParts = Pick<ProgrammeParts, "ids" | "randomBytes" | "webhookSecrets">;

/** Makes a webhook's newest secret; the one before signs for a day longer, and what came before that no more. */
export async function renewSecret(
  tx: Transaction,
  { ids, randomBytes, webhookSecrets }: SecretParts,
  { webhookId, at }: { readonly webhookId: string; readonly at: Date },
): Promise<string> {
  const [secretId, secret] = [ids.uuid(), makeWebhookSecret(randomBytes)];
  await tx
    .deleteFrom("webhook_secret")
    .where("webhook_id", "=", webhookId)
    .where("ends_at", "is not", null)
    .execute();
  await tx
    .updateTable("webhook_secret")
    .set({ ends_at: new Date(at.getTime() + overlapMs) })
    .where("webhook_id", "=", webhookId)
    .execute();
  await tx
    .insertInto("webhook_secret")
    .values({
      id: secretId,
      webhook_id: webhookId,
      ciphertext: await webhookSecrets.seal({ webhookId, secretId }, secret),
      made_at: at,
    })
    .execute();
  return secret;
}

/** Those that sign now, the newest first. */
export async function secretsOf(
  queries: Queries,
  { webhookSecrets }: Pick<ProgrammeParts, "webhookSecrets">,
  { webhookId, at }: { readonly webhookId: string; readonly at: Date },
): Promise<readonly string[]> {
  const rows = await queries
    .selectFrom("webhook_secret")
    .select(["id", "ciphertext"])
    .where("webhook_id", "=", webhookId)
    .where((row) => row.or([row("ends_at", "is", null), row("ends_at", ">", at)]))
    .orderBy((row) => row("ends_at", "is", null), "desc")
    .execute();
  return Promise.all(
    rows.map(async ({ id, ciphertext }) =>
      webhookSecrets.unseal({ webhookId, secretId: id }, ciphertext),
    ),
  );
}
