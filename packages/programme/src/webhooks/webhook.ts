import type { WebhookEventType } from "./webhook-events.ts";

/** An endpoint of an organisation that is told what happens in the programme. */
export interface Webhook {
  readonly id: string;
  /** Name of the organisation whose integrations it is told about; the programme's own is told about all. */
  readonly organisation: string;
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly state: WebhookState;
  readonly health: WebhookHealth;
  readonly createdAt: Date;
}

/** A disabled one is sent nothing; what happens meanwhile waits until it is enabled again. */
export type WebhookState =
  | { readonly kind: "enabled" }
  | { readonly kind: "disabled"; readonly at: Date; readonly reason: string };

/** How it has been going. */
export interface WebhookHealth {
  readonly lastSuccessAt?: Date;
  /** Attempts in a row that failed, the last of them included. */
  readonly failuresInRow: number;
  readonly failingSince?: Date;
  /** How many messages have still to be delivered. */
  readonly waiting: number;
  /** Missing where nothing waits, and while it is disabled. */
  readonly nextAttemptAt?: Date;
}

/** A webhook with a secret that was just made: nowhere else can it be read. */
export interface WebhookWithSecret extends Webhook {
  /** `whsec_` and the base64 of 32 bytes. */
  readonly secret: string;
}

/** One thing that a webhook is told, with every attempt to tell it. */
export interface WebhookMessage {
  /** What stands in `webhook-id`; the same in every attempt. */
  readonly id: string;
  readonly type: WebhookEventType | "webhook.test";
  readonly state: "waiting" | "sending" | "delivered" | "given-up";
  readonly occurredAt: Date;
  /** With a message that waits. */
  readonly dueAt?: Date;
  readonly attempts: readonly WebhookAttempt[];
}

export interface WebhookAttempt {
  readonly number: number;
  /** On the machine's own clock, as in `webhook-timestamp`. */
  readonly at: Date;
  readonly status?: number;
  /** Why there was no answer. */
  readonly failure?: string;
  /** How the answer began. */
  readonly answer?: string;
  readonly durationMs?: number;
}
