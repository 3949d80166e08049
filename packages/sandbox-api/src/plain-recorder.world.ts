import { randomBytes } from "node:crypto";

import type { Database } from "@slipway/database";
import type {
  ExchangeId,
  ExchangeRecorder,
  PreparedExchange,
  RawExchange,
} from "@slipway/exchange";
import { createIds, systemClock } from "@slipway/foundation";

/** The recorder's port over the tables, without masking: what is recorded is what these tests look at. */
export function plainRecorder(database: Database): ExchangeRecorder {
  const ids = createIds({ clock: systemClock, randomBytes });
  const prepare = (raw: RawExchange): PreparedExchange => {
    // A UUID is what the brand stands for.
    const id = ids.uuid() as ExchangeId;
    const row = {
      customer_id: raw.customerId,
      id,
      sandbox_id: raw.sandboxId ?? null,
      direction: raw.direction,
      at: raw.at.toISOString(),
      duration_us: Math.round(raw.durationMs * 1_000),
      transaction_id: raw.transactionId,
      method: raw.request.method,
      path: raw.request.path,
      status: raw.answer.kind === "answered" ? raw.answer.status : null,
      person_id: raw.references.personId ?? null,
      job_id: raw.references.jobId ?? null,
      workflow_id: raw.references.workflowId ?? null,
      order_id: null,
      delivery_id: null,
      detail: {
        access: raw.access.map((one) => ({ ...one })),
        actor: { ...raw.actor },
        knownSecrets: raw.knownSecrets,
        origin: raw.request.origin,
        query: raw.request.query,
        answerHeaders: raw.answer.kind === "answered" ? raw.answer.headers : [],
        requestBytes: raw.request.body.bytes?.byteLength ?? 0,
        cut: raw.request.body.cut === undefined ? null : { ...raw.request.body.cut },
      },
    };
    const body = raw.request.body.bytes;
    return {
      id,
      answer:
        raw.answer.kind === "answered"
          ? { ...raw.answer, body: { kind: "none" } }
          : { kind: "no-answer", reason: raw.answer.reason, detail: raw.answer.detail },
      row,
      bodyRow:
        body === undefined
          ? undefined
          : {
              customer_id: raw.customerId,
              exchange_id: id,
              request: Buffer.from(body).toString("hex"),
              answer: null,
            },
    };
  };
  return {
    prepare,
    record: async (raw) => {
      const { id, row, bodyRow } = prepare(raw);
      for (const [table, value] of [
        ["exchange", row],
        ["exchange_body", bodyRow],
      ] as const) {
        if (value === undefined) continue;
        await database.pool.query(
          `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`,
          [JSON.stringify(value)],
        );
      }
      return id;
    },
  };
}
