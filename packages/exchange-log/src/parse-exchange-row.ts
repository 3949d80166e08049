import type {
  Exchange,
  ExchangeId,
  RecordedAnswer,
  RecordedBody,
  References,
  SandboxId,
} from "@slipway/exchange";
import type { JsonObject } from "@slipway/foundation";

import type { StoredAnswer, StoredBody, StoredDetail } from "./storage/prepared-rows.ts";

/** A row of `exchange` with its bodies, as it is read. */
export interface ReadExchangeRow {
  readonly customer_id: string;
  readonly id: string;
  readonly sandbox_id: string | null;
  readonly direction: "to-ats" | "to-partner";
  readonly at: Date;
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
  readonly detail: JsonObject;
  /** Null as well where the bodies were dropped. */
  readonly request: string | null;
  readonly answer: string | null;
}

export function parseExchangeRow(row: ReadExchangeRow): Exchange {
  // Rows are written by `prepareExchange` alone, whose layout this is.
  const detail = row.detail as unknown as StoredDetail;
  return {
    id: row.id as ExchangeId,
    customerId: row.customer_id,
    // Brands are put on here, once.
    sandboxId: (row.sandbox_id ?? undefined) as SandboxId | undefined,
    direction: row.direction,
    at: row.at,
    durationMs: row.duration_us / 1000,
    actor: detail.actor,
    transactionId: row.transaction_id,
    request: {
      method: row.method,
      path: row.path,
      query: detail.query,
      origin: detail.origin,
      headers: detail.requestHeaders,
      body: bodyOf(detail.requestBody, row.request),
    },
    answer: answerOf(detail.answer, row),
    access: detail.access,
    facts: detail.facts,
    references: referencesOf(row, detail),
  };
}

function answerOf(stored: StoredAnswer, row: ReadExchangeRow): RecordedAnswer {
  const body = bodyOf(stored.body, row.answer);
  if (stored.kind === "answered")
    return { kind: "answered", status: row.status ?? 0, headers: stored.headers, body };
  const { reason, detail } = stored;
  return { kind: "no-answer", reason, detail, ...(body.kind === "none" ? {} : { body }) };
}

function bodyOf(stored: StoredBody, content: string | null): RecordedBody {
  return stored.kind === "none" ? stored : { ...stored, content: content ?? "" };
}

function referencesOf(row: ReadExchangeRow, detail: StoredDetail): References {
  const deliveryId = row.delivery_id ?? detail.deliveryId;
  return {
    ...(row.person_id === null ? {} : { personId: row.person_id }),
    ...(row.job_id === null ? {} : { jobId: row.job_id }),
    ...(row.workflow_id === null ? {} : { workflowId: row.workflow_id }),
    ...(row.order_id === null ? {} : { orderId: row.order_id }),
    ...(deliveryId === undefined ? {} : { deliveryId }),
  };
}
