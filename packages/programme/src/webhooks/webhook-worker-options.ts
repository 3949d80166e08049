import type { OutboundSettings } from "@slipway/event-delivery";

import type { ProgrammeParts } from "../programme-parts.ts";

/** What a worker that tells webhooks is made with. */
export interface WebhookWorkerOptions {
  readonly parts: Pick<ProgrammeParts, "database" | "clock" | "clocks" | "ids" | "webhookSecrets">;
  /** How it calls out; the time-out is that of an attempt. */
  readonly outbound: OutboundSettings;
  readonly userAgent: string;
  /** No other worker is on the database: whatever one had in hand, it died. */
  readonly isAlone: boolean;
  /** Calls to one webhook at a time. Default 4. */
  readonly limit?: number;
  /** How often it looks by itself, in milliseconds of real time. Default 1 s. */
  readonly lookEveryMs?: number;
  readonly onTrouble: (error: unknown) => void;
}
