/** What a webhook can be told of; docs/webhook-events.md says when, and what. */
export type WebhookEventType =
  | "run.finished"
  | "decision.made"
  | "deadline.opened"
  | "deadline.reminder"
  | "deadline.expired"
  | "standing.changed";

/** An endpoint that is told what happens in the programme. */
export interface Webhook {
  readonly id: string;
  readonly organisation: string;
  readonly url: string;
  readonly eventTypes: readonly WebhookEventType[];
  readonly state:
    | { readonly kind: "enabled" }
    | { readonly kind: "disabled"; readonly at: string; readonly reason: string };
  readonly health: {
    readonly lastSuccessAt?: string;
    readonly failuresInRow: number;
    readonly failingSince?: string;
    readonly waiting: number;
    readonly nextAttemptAt?: string;
  };
  readonly createdAt: string;
}

/** A webhook whose secret was just made: nowhere else can it be read. */
export interface WebhookWithSecret extends Webhook {
  readonly secret: string;
}

export interface NewWebhook extends Pick<Webhook, "url" | "eventTypes"> {
  /** Name of the organisation. Default: the caller's own. */
  readonly organisation?: string;
}

/** One thing that a webhook is told, with every attempt. */
export interface WebhookMessage {
  /** `webhook-id`. */
  readonly id: string;
  readonly type: WebhookEventType | "webhook.test";
  readonly state: "waiting" | "sending" | "delivered" | "given-up";
  readonly occurredAt: string;
  readonly dueAt?: string;
  readonly attempts: readonly {
    readonly number: number;
    readonly at: string;
    readonly status?: number;
    readonly failure?: string;
    readonly answer?: string;
    readonly durationMs?: number;
  }[];
}
