import type { Fact } from "./fact.ts";
import type { FieldAccess } from "./field-access.ts";
import type { ExchangeId, SandboxId } from "./identifiers.ts";

/**
 * One request and its answer across the boundary between the ATS and an integration, as it was recorded: secrets and
 * personal data are marks (see `mask.ts`), facts that needed the raw bytes are in `facts`.
 */
export interface Exchange {
  readonly id: ExchangeId;
  readonly customerId: string;
  readonly sandboxId: SandboxId | undefined;
  /** `to-ats`: an integration called the ATS API. `to-partner`: the platform called the partner's endpoint. */
  readonly direction: "to-ats" | "to-partner";
  /** When the first byte of the request was read or sent, on the tenant's clock. */
  readonly at: Date;
  /** Real time from the request's first byte to the answer's last byte, own queueing subtracted, in milliseconds. */
  readonly durationMs: number;
  readonly actor: Actor;
  /** The transaction id that the answer carried (`to-ats`) or the attempt's id (`to-partner`). */
  readonly transactionId: string;
  readonly request: RecordedRequest;
  readonly answer: RecordedAnswer;
  readonly access: readonly FieldAccess[];
  readonly facts: readonly Fact[];
  readonly references: References;
}

/** Who made the call; a credential that was refused counts as none. */
export type Actor =
  | { readonly kind: "api-user"; readonly username: string; readonly userId: number }
  | { readonly kind: "unauthenticated" }
  | { readonly kind: "platform"; readonly purpose: OutboundKind };

/** What the platform calls a partner for; `candidate-visit`: a page of the partner's, opened as a candidate's browser does. */
export type OutboundKind =
  | "event"
  | "order"
  | "cancel"
  | "package-sync"
  | "order-status"
  | "probe"
  /** A token from the partner's token endpoint, before another call. */
  | "access-token"
  | "candidate-visit";

/** A request as it is stored: headers in the order of the wire, everything masked. */
export interface RecordedRequest {
  readonly method: string;
  /** Absolute path as it was sent, without the query. */
  readonly path: string;
  /** The raw query without its question mark; empty when there is none. Masked. */
  readonly query: string;
  /** The address that was called: scheme, host, port. */
  readonly origin: string;
  readonly headers: readonly Header[];
  readonly body: RecordedBody;
}

/** What came back, or why nothing usable did. */
export type RecordedAnswer =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly headers: readonly Header[];
      readonly body: RecordedBody;
    }
  | {
      readonly kind: "no-answer";
      readonly reason: NoAnswerReason;
      readonly detail: string;
      /** What had arrived by then; left out when nothing had. */
      readonly body?: RecordedBody;
    };

/** Why no usable answer arrived. `outcome-unknown`: we died after the first byte may have left. */
export type NoAnswerReason =
  | "timed-out"
  | "connection-refused"
  | "connection-reset"
  | "name-not-resolved"
  | "tls-failed"
  | "address-forbidden"
  | "malformed-answer"
  | "outcome-unknown";

/** A header as it stood on the wire, its value masked. */
export type Header = readonly [name: string, value: string];

/** A body as it is stored; `none` where there was none on the wire. */
export type RecordedBody =
  | { readonly kind: "none" }
  | {
      /** `json`: parsed as JSON, then masked and printed again; `text`: anything else that is valid UTF-8; `bytes`: not text. */
      readonly kind: "json" | "text" | "bytes";
      /** Masked content; for `bytes` a hexadecimal beginning. */
      readonly content: string;
      /** Bytes on the wire after decompression, as far as they were read. */
      readonly byteCount: number;
      /** Set when the body was longer than the limit and cut there. */
      readonly cut?: true;
    };

/** The ids by which an exchange is tied to a step: taken from path, body and links when it was recorded. */
export interface References {
  readonly personId?: number;
  readonly jobId?: number;
  readonly workflowId?: number;
  readonly orderId?: string;
  readonly deliveryId?: string;
}
