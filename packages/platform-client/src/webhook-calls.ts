import type { ApiCalls } from "./lifecycle-calls.ts";
import type { NewWebhook, Webhook, WebhookMessage, WebhookWithSecret } from "./webhook.wire.ts";

/** The calls about who is told of what happens in the programme. */
export interface WebhookCalls {
  /** The secret stands in this answer and nowhere else. */
  readonly addWebhook: (input: NewWebhook) => Promise<WebhookWithSecret>;
  readonly listWebhooks: () => Promise<readonly Webhook[]>;
  readonly loadWebhook: (id: string) => Promise<Webhook>;
  /** A new secret; the one before signs beside it for a day. */
  readonly rotateWebhookSecret: (id: string) => Promise<WebhookWithSecret>;
  readonly enableWebhook: (id: string) => Promise<Webhook>;
  readonly disableWebhook: (id: string, reason: string) => Promise<Webhook>;
  readonly removeWebhook: (id: string) => Promise<Webhook>;
  readonly testWebhook: (id: string) => Promise<{ readonly messageId: string }>;
  /** The newest first; default 100. */
  readonly listWebhookMessages: (id: string, limit?: number) => Promise<readonly WebhookMessage[]>;
  readonly resendWebhookMessage: (
    id: string,
    messageId: string,
  ) => Promise<{ readonly messageId: string }>;
}

export function webhookCalls({ get, post }: Pick<ApiCalls, "get" | "post">): WebhookCalls {
  return {
    addWebhook: async (input) => post("/webhooks", input),
    listWebhooks: async () =>
      (await get<{ readonly webhooks: readonly Webhook[] }>("/webhooks")).webhooks,
    loadWebhook: async (id) => get(at(id)),
    rotateWebhookSecret: async (id) => post(`${at(id)}/secret`),
    enableWebhook: async (id) => post(`${at(id)}/enable`),
    disableWebhook: async (id, reason) => post(`${at(id)}/disable`, { reason }),
    removeWebhook: async (id) => post(`${at(id)}/remove`, {}),
    testWebhook: async (id) => post(`${at(id)}/test`),
    listWebhookMessages: async (id, limit = 100) => {
      const path = `${at(id)}/messages?limit=${limit}`;
      return (await get<{ readonly messages: readonly WebhookMessage[] }>(path)).messages;
    },
    resendWebhookMessage: async (id, messageId) =>
      post(`${at(id)}/messages/${encodeURIComponent(messageId)}/resend`),
  };
}

function at(id: string): string {
  return `/webhooks/${encodeURIComponent(id)}`;
}
