import type {
  Actor,
  ExchangeId,
  Fact,
  FieldAccess,
  Header,
  NoAnswerReason,
  RecordedAnswer,
  RecordedBody,
} from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

/** The row of table `exchange`. */
export interface ExchangeRow extends JsonObject {
  readonly customer_id: string;
  readonly id: ExchangeId;
  readonly sandbox_id: string | null;
  readonly direction: "to-ats" | "to-partner";
  /** ISO 8601. */
  readonly at: string;
  readonly duration_us: number;
  readonly transaction_id: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly person_id: number | null;
  readonly job_id: number | null;
  readonly workflow_id: number | null;
  readonly order_id: string | null;
  readonly delivery_id: string | null;
  readonly detail: StoredDetail & JsonObject;
}

/** The row of table `exchange_body`: the contents of the two bodies; what they are stands in the exchange's detail. */
export interface ExchangeBodyRow extends JsonObject {
  readonly customer_id: string;
  readonly exchange_id: ExchangeId;
  readonly request: string | null;
  readonly answer: string | null;
}

/** What the column `detail` holds: everything that nobody searches for. */
export interface StoredDetail {
  readonly origin: string;
  readonly query: string;
  readonly requestHeaders: readonly Header[];
  readonly requestBody: StoredBody;
  readonly actor: Actor;
  readonly answer: StoredAnswer;
  readonly access: readonly FieldAccess[];
  readonly facts: readonly Fact[];
  /** Only where it is no UUID, so that the column cannot hold it. */
  readonly deliveryId?: string;
}

/** A body without its content, which is kept apart so that it can be dropped earlier. */
export type StoredBody =
  | Extract<RecordedBody, { kind: "none" }>
  | Omit<Extract<RecordedBody, { kind: "json" | "text" | "bytes" }>, "content">;

export type StoredAnswer =
  | { readonly kind: "answered"; readonly headers: readonly Header[]; readonly body: StoredBody }
  | {
      readonly kind: "no-answer";
      readonly reason: NoAnswerReason;
      readonly detail: string;
      readonly body: StoredBody;
    };

/** A masked exchange, typed as its two rows. Wider than `PreparedExchange`, whose rows are any JSON. */
export interface PreparedRows {
  readonly id: ExchangeId;
  readonly answer: RecordedAnswer;
  readonly row: ExchangeRow;
  readonly bodyRow: ExchangeBodyRow | undefined;
}
