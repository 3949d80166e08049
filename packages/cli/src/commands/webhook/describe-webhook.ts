import type { Webhook, WebhookMessage, WebhookWithSecret } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";

/** Webhooks as a table. */
export function describeWebhooks(webhooks: readonly Webhook[]): string {
  return textTable([
    ["webhook", "whose", "state", "failures in a row", "last success", "waiting", "address"],
    ...webhooks.map(({ id, organisation, state, health, url }) => [
      id,
      organisation,
      state.kind,
      String(health.failuresInRow),
      health.lastSuccessAt ?? "never",
      String(health.waiting),
      url,
    ]),
  ]);
}

/** One of them, with all that is known. */
export function describeWebhook(webhook: Webhook): string {
  const { state, health, eventTypes } = webhook;
  return [
    describeWebhooks([webhook]),
    "",
    `told of: ${eventTypes.join(", ")}`,
    ...(state.kind === "disabled" ? [`disabled ${state.at}: ${state.reason}`] : []),
    ...(health.failingSince === undefined ? [] : [`failing since ${health.failingSince}`]),
    ...(health.nextAttemptAt === undefined ? [] : [`next attempt ${health.nextAttemptAt}`]),
  ].join("\n");
}

/** One whose secret was just made. */
export function describeWithSecret({ secret, ...webhook }: WebhookWithSecret): string {
  return [describeWebhook(webhook), "", "Shown this once:", secret].join("\n");
}

/** The log: a line for each attempt, and for each message that none was made of. */
export function describeMessages(messages: readonly WebhookMessage[]): string {
  return textTable([
    ["message", "event", "state", "attempt", "at", "outcome", "answer"],
    ...messages.flatMap(({ id, type, state, dueAt, attempts }) =>
      attempts.length === 0
        ? [[id, type, state, "none", dueAt ?? "", "", ""]]
        : attempts.map(({ number, at, status, failure, answer }) => [
            id,
            type,
            state,
            String(number),
            at,
            status === undefined ? (failure ?? "") : String(status),
            (answer ?? "").replaceAll(/\s+/gu, " ").slice(0, 60),
          ]),
    ),
  ]);
}
