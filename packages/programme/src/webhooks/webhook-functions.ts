import { seenBy, type Caller } from "../access/caller.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import {
  addWebhook,
  disableWebhook,
  enableWebhook,
  removeWebhook,
  resendMessage,
  rotateWebhookSecret,
  testWebhook,
  type AddWebhook,
} from "./change-webhook.ts";
import { listMessages, type WebhookLogQuery } from "./webhook-log.ts";
import { listWebhooks, loadWebhook } from "./webhook.store.ts";
import type { Webhook, WebhookMessage, WebhookWithSecret } from "./webhook.ts";

/** Who is told of what happens in the programme. */
export interface WebhookFunctions {
  /** The secret stands in this answer and nowhere else. */
  readonly addWebhook: (input: AddWebhook) => Promise<WebhookWithSecret>;
  readonly listWebhooks: (caller: Caller) => Promise<readonly Webhook[]>;
  readonly loadWebhook: (id: string) => Promise<Webhook>;
  /** A new secret; the one before signs beside it for a day. */
  readonly rotateWebhookSecret: (id: string) => Promise<WebhookWithSecret>;
  readonly enableWebhook: (id: string) => Promise<Webhook>;
  readonly disableWebhook: (id: string, reason: string) => Promise<Webhook>;
  readonly removeWebhook: (id: string) => Promise<Webhook>;
  readonly testWebhook: (id: string) => Promise<{ readonly messageId: string }>;
  readonly listWebhookMessages: (query: WebhookLogQuery) => Promise<readonly WebhookMessage[]>;
  readonly resendWebhookMessage: (
    id: string,
    messageId: string,
  ) => Promise<{ readonly messageId: string }>;
}

export function webhookFunctions(parts: ProgrammeParts): WebhookFunctions {
  const { queries } = parts.database;
  return {
    addWebhook: async (input) => addWebhook(parts, input),
    listWebhooks: async (caller) => listWebhooks(queries, seenBy(caller)),
    loadWebhook: async (id) => loadWebhook(queries, id),
    rotateWebhookSecret: async (id) => rotateWebhookSecret(parts, id),
    enableWebhook: async (id) => enableWebhook(parts, id),
    disableWebhook: async (id, reason) => disableWebhook(parts, id, reason),
    removeWebhook: async (id) => removeWebhook(parts, id),
    testWebhook: async (id) => testWebhook(parts, id),
    listWebhookMessages: async (query) => listMessages(queries, query),
    resendWebhookMessage: async (id, messageId) => resendMessage(parts, id, messageId),
  };
}
