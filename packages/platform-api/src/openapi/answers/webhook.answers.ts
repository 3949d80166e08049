import { Type } from "typebox";

import { webhookEventTypes } from "@slipway/programme";

import { at, count, named, oneOf, state, text } from "./shapes.ts";

const webhook = {
  id: text,
  organisation: text,
  url: text,
  eventTypes: Type.Array(oneOf(...webhookEventTypes)),
  state: named("WebhookState"),
  health: Type.Object({
    lastSuccessAt: Type.Optional(at),
    failuresInRow: count,
    failingSince: Type.Optional(at),
    waiting: count,
    nextAttemptAt: Type.Optional(at),
  }),
  createdAt: at,
};

/** Webhooks, and what they are told. */
export const webhookAnswers = {
  WebhookState: state({ enabled: {}, disabled: { at, reason: text } }),
  Webhook: Type.Object(webhook),
  WebhookList: Type.Object({ webhooks: Type.Array(named("Webhook")) }),
  WebhookWithSecret: Type.Object({ ...webhook, secret: text }),
  WebhookMessage: Type.Object({
    id: text,
    type: oneOf(...webhookEventTypes, "webhook.test"),
    state: oneOf("waiting", "sending", "delivered", "given-up"),
    occurredAt: at,
    dueAt: Type.Optional(at),
    attempts: Type.Array(
      Type.Object({
        number: count,
        at,
        status: Type.Optional(count),
        failure: Type.Optional(text),
        answer: Type.Optional(text),
        durationMs: Type.Optional(count),
      }),
    ),
  }),
  WebhookMessageList: Type.Object({ messages: Type.Array(named("WebhookMessage")) }),
  AskedWebhookMessage: Type.Object({ messageId: text }),
};
