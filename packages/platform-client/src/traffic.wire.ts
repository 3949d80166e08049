/** A recorded exchange, masked. */
export interface Exchange {
  readonly id: string;
  readonly customerId: string;
  readonly sandboxId?: string;
  readonly direction: "to-ats" | "to-partner";
  readonly at: string;
  readonly durationMs: number;
  /** Who called. */
  readonly actor:
    | { readonly kind: "api-user"; readonly username: string; readonly userId: number }
    | { readonly kind: "unauthenticated" }
    | { readonly kind: "platform"; readonly purpose: string };
  readonly transactionId: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: string;
    readonly origin: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly body: RecordedBody;
  };
  readonly answer:
    | {
        readonly kind: "answered";
        readonly status: number;
        readonly headers: readonly (readonly [string, string])[];
        readonly body: RecordedBody;
      }
    | { readonly kind: "no-answer"; readonly reason: string; readonly detail: string };
  readonly access: readonly {
    readonly noun: string;
    readonly field: string;
    readonly how: string;
  }[];
  readonly facts: readonly { readonly kind: string; readonly where: string }[];
  /** What it is about, as far as it tells. */
  readonly references: {
    readonly personId?: number;
    readonly jobId?: number;
    readonly workflowId?: number;
    readonly orderId?: string;
    readonly deliveryId?: string;
  };
}

export type RecordedBody =
  | { readonly kind: "none" }
  | {
      readonly kind: "json" | "text" | "bytes";
      readonly content: string;
      readonly byteCount: number;
      readonly cut?: true;
    };

export interface RecruiterView {
  readonly tone: "success" | "error" | "link";
  readonly text: string;
  readonly link?: string;
}

export interface AssessmentOrder {
  readonly id: string;
  readonly customerId: string;
  readonly personId: number;
  readonly jobId: number;
  readonly workflowId: number;
  readonly packageId: string;
  readonly createdAt: string;
  readonly delivery:
    | { readonly state: "under-way" }
    | {
        /** `not-sent`: nothing left the house, as while the integration is suspended. */
        readonly state: "answered" | "no-answer" | "not-sent";
        readonly recruiterView: RecruiterView;
      };
}

/** One call of the platform to a partner, from its plan to what the recruiter sees of its end. */
export interface Delivery {
  readonly id: string;
  readonly state: "due" | "claimed" | "started" | "finished" | "outcome-unknown";
  readonly recruiterView?: RecruiterView;
  /** The recorded exchange, where anything was sent. */
  readonly exchangeId?: string;
  /** Missing until it has ended. */
  readonly outcome?:
    | {
        readonly kind: "answered";
        readonly status: number;
        readonly durationMs: number;
        readonly queuedMs: number;
      }
    | {
        readonly kind: "no-answer";
        readonly reason: string;
        readonly detail: string;
        readonly durationMs: number;
        readonly queuedMs: number;
      }
    | {
        readonly kind: "not-sent";
        readonly code: string;
        readonly detail: string;
        readonly fault?: string;
      };
}
