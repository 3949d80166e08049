import type { Queries, Row } from "@slipway/database";

import type { WebhookAttempt, WebhookMessage } from "./webhook.ts";
import { loadWebhook } from "./webhook.store.ts";

export interface WebhookLogQuery {
  readonly webhookId: string;
  readonly limit: number;
}

/** What a webhook was and will be told, the newest first, with every attempt; fails with `WEBHOOK-NOT-FOUND`. */
export async function listMessages(
  queries: Queries,
  { webhookId, limit }: WebhookLogQuery,
): Promise<readonly WebhookMessage[]> {
  const { id } = await loadWebhook(queries, webhookId);
  const messages = await queries
    .selectFrom("webhook_message")
    .selectAll()
    .where("webhook_id", "=", id)
    .orderBy("occurred_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  if (messages.length === 0) return [];
  const attempts = await queries
    .selectFrom("webhook_attempt")
    .selectAll()
    .where(
      "message_id",
      "in",
      messages.map((message) => message.id),
    )
    .orderBy("number")
    .execute();
  return messages.map((message) =>
    messageOf(
      message,
      attempts.filter(({ message_id: messageId }) => messageId === message.id),
    ),
  );
}

function messageOf(
  row: Row<"webhook_message">,
  attempts: readonly Row<"webhook_attempt">[],
): WebhookMessage {
  return {
    id: row.id,
    // Written by `tellWebhooks` and `testWebhook` alone.
    type: row.type as WebhookMessage["type"],
    state: row.state,
    occurredAt: row.occurred_at,
    ...(row.state === "waiting" ? { dueAt: row.due_at } : {}),
    attempts: attempts.map(attemptOf),
  };
}

function attemptOf(row: Row<"webhook_attempt">): WebhookAttempt {
  return {
    number: row.number,
    at: row.at,
    ...(row.status === null ? {} : { status: row.status }),
    ...(row.failure === null ? {} : { failure: row.failure }),
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.duration_ms === null ? {} : { durationMs: row.duration_ms }),
  };
}
