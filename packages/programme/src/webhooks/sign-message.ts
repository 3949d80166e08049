import { createHmac } from "node:crypto";

/** What a message's signature covers. */
export interface SignedMessage {
  /** `webhook-id`. */
  readonly id: string;
  /** Seconds since 1970: `webhook-timestamp`. */
  readonly timestamp: number;
  readonly body: string;
}

const prefix = "whsec_";
const secretBytes = 32;

/** Makes a secret, as its owner reads it. */
export function makeWebhookSecret(randomBytes: (byteCount: number) => Uint8Array): string {
  return `${prefix}${Buffer.from(randomBytes(secretBytes)).toString("base64")}`;
}

/** `webhook-signature` after Standard Webhooks: one `v1` signature for each secret, the newest first, with spaces between. */
export function signMessage(
  { id, timestamp, body }: SignedMessage,
  secrets: readonly string[],
): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), "base64");
      const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`, "utf8");
      return `v1,${mac.digest("base64")}`;
    })
    .join(" ");
}
