import type { NoAnswerReason } from "@slipway/exchange";

/** Who has to act when nothing could be sent: the platform, whoever entered the configuration, or the partner. */
export type FaultOwner = "platform" | "configuration" | "partner";

/** How a delivery ended, as stored in its row. */
export type DeliveryOutcome =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** First byte out to last byte in, in milliseconds of real time. */
      readonly durationMs: number;
      /** From the claim to the first byte out: our own time, connecting included. */
      readonly queuedMs: number;
    }
  | {
      readonly kind: "no-answer";
      readonly reason: NoAnswerReason;
      readonly detail: string;
      readonly durationMs: number;
      readonly queuedMs: number;
    }
  | {
      /** Nothing was sent to the endpoint. Where a token was wanted, the call for it is an exchange of its own. */
      readonly kind: "not-sent";
      /** The code of the problem. */
      readonly code: string;
      readonly detail: string;
      /** Left out: the platform's own. */
      readonly fault?: FaultOwner;
    };
