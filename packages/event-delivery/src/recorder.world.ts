import type {
  ExchangeId,
  ExchangeRecorder,
  RawBody,
  RawExchange,
  RecordedAnswer,
} from "@slipway/exchange";
import type { Ids, JsonObject } from "@slipway/foundation";

/** A recorder that writes real rows without masking: tests read from them what was handed over. */
export function plainRecorder(ids: Pick<Ids, "uuid">): Pick<ExchangeRecorder, "prepare"> {
  return {
    prepare: (raw) => {
      const id = ids.uuid() as ExchangeId;
      return {
        id,
        answer: plainAnswer(raw.answer),
        row: exchangeRow(id, raw),
        bodyRow: bodyRow(id, raw),
      };
    },
  };
}

function plainAnswer(answer: RawExchange["answer"]): RecordedAnswer {
  if (answer.kind === "no-answer")
    return { kind: "no-answer", reason: answer.reason, detail: answer.detail };
  const { bytes } = answer.body;
  const content = Buffer.from(bytes ?? []).toString("utf8");
  return {
    kind: "answered",
    status: answer.status,
    headers: answer.headers,
    body:
      bytes === undefined
        ? { kind: "none" }
        : { kind: "text", content, byteCount: bytes.byteLength },
  };
}

function exchangeRow(id: string, raw: RawExchange): JsonObject {
  return {
    customer_id: raw.customerId,
    id,
    sandbox_id: raw.sandboxId,
    direction: raw.direction,
    at: raw.at.toISOString(),
    duration_us: Math.round(raw.durationMs * 1000),
    transaction_id: raw.transactionId,
    method: raw.request.method,
    path: raw.request.path,
    status: raw.answer.kind === "answered" ? raw.answer.status : null,
    person_id: raw.references.personId ?? null,
    job_id: raw.references.jobId ?? null,
    workflow_id: raw.references.workflowId ?? null,
    order_id: raw.references.orderId ?? null,
    delivery_id: raw.references.deliveryId ?? null,
    detail: detailOf(raw),
  };
}

function detailOf(raw: RawExchange): JsonObject {
  const { answer, request } = raw;
  return {
    origin: request.origin,
    query: request.query,
    requestHeaders: request.headers,
    actor: { ...raw.actor },
    secretsKnown: raw.knownSecrets.length,
    cut: answer.body.cut && { ...answer.body.cut },
    keptBytes: answer.body.bytes?.byteLength ?? 0,
    redirect: raw.redirect && { ...raw.redirect },
    ...(answer.kind === "answered"
      ? { kind: "answered", answerHeaders: answer.headers }
      : { kind: "no-answer", reason: answer.reason, because: answer.detail }),
  };
}

function bodyRow(id: string, raw: RawExchange): JsonObject {
  return {
    customer_id: raw.customerId,
    exchange_id: id,
    request: text(raw.request.body),
    answer: text(raw.answer.body),
  };
}

function text({ bytes }: RawBody): string | null {
  if (bytes === undefined) return null;
  return Buffer.from(bytes).toString("utf8").replaceAll("\0", "␀").slice(0, 4096);
}
