import type { ExchangeId, RawExchange, RecordedAnswer, RecordedBody } from "@slipway/exchange";
import type { Ids, JsonObject } from "@slipway/foundation";

import { maskExchange, type MaskedExchange, type MaskingRules } from "./masking/mask-exchange.ts";
import type {
  ExchangeBodyRow,
  PreparedRows,
  StoredAnswer,
  StoredBody,
  StoredDetail,
} from "./storage/prepared-rows.ts";

/** Masks an exchange and lays it out as the rows that store it. */
export function prepareExchange(raw: RawExchange, rules: MaskingRules, ids: Ids): PreparedRows {
  const masked = maskExchange(raw, rules);
  // Ids come from our own source: a UUID is what an exchange's id is.
  const id = ids.uuid() as ExchangeId;
  const { references } = raw;
  return {
    id,
    answer: maskedAnswer(raw, masked),
    row: {
      customer_id: raw.customerId,
      id,
      sandbox_id: raw.sandboxId ?? null,
      direction: raw.direction,
      at: raw.at.toISOString(),
      duration_us: Math.min(Math.max(0, Math.round(raw.durationMs * 1000)), longestDuration),
      transaction_id: masked.transactionId,
      method: masked.maskText(raw.request.method),
      path: masked.path,
      status: raw.answer.kind === "answered" ? raw.answer.status : null,
      person_id: columnNumber(references.personId),
      job_id: columnNumber(references.jobId),
      workflow_id: columnNumber(references.workflowId),
      order_id: references.orderId === undefined ? null : masked.orderId,
      delivery_id: columnUuid(references.deliveryId),
      // Plain values throughout; `undefined` members are left out when it is written.
      detail: detailOf(raw, masked) as StoredDetail & JsonObject,
    },
    bodyRow: bodyRowOf(raw.customerId, id, masked),
  };
}

/** The largest `integer`: half an hour. */
const longestDuration = 2 ** 31 - 1;

function columnNumber(id: number | undefined): number | null {
  return id !== undefined && Number.isSafeInteger(id) ? id : null;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

function columnUuid(id: string | undefined): string | null {
  return id !== undefined && uuid.test(id) ? id.toLowerCase() : null;
}

function detailOf(raw: RawExchange, masked: MaskedExchange): StoredDetail {
  const { deliveryId } = raw.references;
  return {
    origin: masked.origin,
    query: masked.query,
    requestHeaders: masked.requestHeaders,
    requestBody: withoutContent(masked.requestBody),
    actor:
      raw.actor.kind === "api-user"
        ? { ...raw.actor, username: masked.maskText(raw.actor.username) }
        : raw.actor,
    answer: answerOf(raw, masked),
    access: raw.access.map((use) => ({ ...use, field: masked.maskText(use.field) })),
    facts: masked.facts,
    ...(deliveryId === undefined || columnUuid(deliveryId) !== null
      ? {}
      : { deliveryId: masked.maskText(deliveryId) }),
  };
}

function answerOf(raw: RawExchange, masked: MaskedExchange): StoredAnswer {
  const body = withoutContent(masked.answerBody);
  return raw.answer.kind === "answered"
    ? { kind: "answered", headers: masked.answerHeaders, body }
    : { kind: "no-answer", reason: raw.answer.reason, detail: masked.noAnswerDetail, body };
}

function maskedAnswer(raw: RawExchange, masked: MaskedExchange): RecordedAnswer {
  return raw.answer.kind === "answered"
    ? {
        kind: "answered",
        status: raw.answer.status,
        headers: masked.answerHeaders,
        body: masked.answerBody,
      }
    : {
        kind: "no-answer",
        reason: raw.answer.reason,
        detail: masked.noAnswerDetail,
        ...(masked.answerBody.kind === "none" ? {} : { body: masked.answerBody }),
      };
}

function withoutContent(body: RecordedBody): StoredBody {
  if (body.kind === "none") return body;
  const { kind, byteCount, cut } = body;
  return cut === undefined ? { kind, byteCount } : { kind, byteCount, cut };
}

function bodyRowOf(
  customerId: string,
  exchangeId: ExchangeId,
  { requestBody, answerBody }: MaskedExchange,
): ExchangeBodyRow | undefined {
  if (requestBody.kind === "none" && answerBody.kind === "none") return undefined;
  return {
    customer_id: customerId,
    exchange_id: exchangeId,
    request: requestBody.kind === "none" ? null : requestBody.content,
    answer: answerBody.kind === "none" ? null : answerBody.content,
  };
}
