import type { Exchange } from "@slipway/exchange";
import type { FaultOwner, RecruiterView } from "@slipway/event-delivery";

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

export interface NotSentDelivery {
  readonly kind: "not-sent";
  readonly reason: string;
  readonly fault: FaultOwner;
}

/** What came of a call to a partner, for whoever planned it. */
export type EndedDelivery =
  | CalledDelivery
  /** Nothing was sent: our key to the credentials is lost, or a token was not to be had. */
  | NotSentDelivery
  /** Ours: we cannot know whether it was sent. */
  | { readonly kind: "outcome-unknown"; readonly reason: string };
