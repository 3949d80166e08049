import type { ConnectionVault } from "@slipway/event-delivery";

/** Which secret of which webhook. */
export interface SecretName {
  readonly webhookId: string;
  readonly secretId: string;
}

/** The secrets of webhooks: encrypted under a key that is not in the database. */
export interface WebhookVault {
  readonly seal: (name: SecretName, secret: string) => Promise<Buffer>;
  readonly unseal: (name: SecretName, sealed: Uint8Array) => Promise<string>;
}

export function createWebhookVault(vault: ConnectionVault): WebhookVault {
  const use = "webhook-signing";
  return {
    seal: async (name, secret) => vault.seal({ use, ...name }, secret),
    unseal: async (name, sealed) => vault.unseal({ use, ...name }, sealed),
  };
}
