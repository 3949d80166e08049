import type { Exchange } from "@slipway/exchange";
import type { RecruiterView } from "@slipway/event-delivery";

/** A call that was made: answered, or in vain. */
export type CalledDelivery =
  | {
      readonly kind: "answered";
      readonly exchange: Exchange;
      readonly status: number;
      readonly recruiterView: RecruiterView;
    }
  | {
      readonly kind: "no-answer";
      readonly exchange: Exchange;
      readonly recruiterView: RecruiterView;
    };

/** What came of a call to a partner, for whoever planned it. */
export type EndedDelivery =
  | CalledDelivery
  /** Ours: nothing was sent, or we cannot know whether it was. */
  | { readonly kind: "not-sent"; readonly reason: string }
  | { readonly kind: "outcome-unknown"; readonly reason: string };
