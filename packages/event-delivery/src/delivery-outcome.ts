import type { NoAnswerReason } from "@slipway/exchange";

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
      /** Ours: nothing was sent, and nothing crossed the boundary. */
      readonly kind: "not-sent";
      /** The code of the problem. */
      readonly code: string;
      readonly detail: string;
    };
