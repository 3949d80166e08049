import { jsonText, type Transaction } from "@slipway/database";
import { sql } from "kysely";

import type { WebhookEventType, WebhookFacts } from "./webhook-events.ts";

/** Wakes the workers that send to webhooks. */
export const webhookDueChannel = "slipway_webhook_due";

/** Something that happened to an integration. */
export interface ToldOf<Type extends WebhookEventType> {
  readonly type: Type;
  readonly integrationId: string;
  /** On the installation's clock. */
  readonly at: Date;
  readonly facts: WebhookFacts[Type];
}

/**
 * Writes a message for every webhook that is to be told, in the transaction of what happened: it is told if and only if that is
 * committed. Those of the integration's organisation are told, and the programme's own.
 */
export async function tellWebhooks<Type extends WebhookEventType>(
  tx: Transaction,
  { type, integrationId, at, facts }: ToldOf<Type>,
): Promise<void> {
  const told = await tx
    .selectFrom("webhook")
    .innerJoin("organisation", "organisation.id", "webhook.organisation_id")
    .innerJoin("integration", (join) => join.on("integration.id", "=", integrationId))
    .select(["webhook.id", "integration.name"])
    .where((row) =>
      row.or([
        row("organisation.name", "=", row.ref("integration.organisation")),
        row("organisation.kind", "=", "programme"),
      ]),
    )
    .where(sql<boolean>`webhook.event_types ? ${type}`)
    .execute();
  for (const { id, name } of told)
    await writeMessage(tx, {
      webhookId: id,
      type,
      at,
      facts: { integrationId, integration: name, ...facts },
    });
}

/** A message as it is written. */
export interface NewMessage {
  readonly webhookId: string;
  readonly type: string;
  readonly at: Date;
  readonly facts: object;
}

/** Writes one message; the workers are woken when the transaction commits. Gives its id. */
export async function writeMessage(
  tx: Transaction,
  { webhookId, type, at, facts }: NewMessage,
): Promise<string> {
  const { id } = await tx
    .insertInto("webhook_message")
    .values({
      webhook_id: webhookId,
      type,
      body: jsonText({ type, timestamp: at.toISOString(), data: facts }),
      occurred_at: at,
      state: "waiting",
      due_at: at,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await sql`select pg_notify(${webhookDueChannel}, '')`.execute(tx);
  return id;
}
