import { CopyWriter } from "./copy-writer.ts";
import type { ExchangeBodyRow, ExchangeRow, PreparedRows } from "./prepared-rows.ts";

/** One statement text and the bytes that answer its COPYs: sent together, they need one round trip. */
export interface CopyMessage {
  readonly text: string;
  readonly bytes: Buffer;
}

const copyExchanges = `copy exchange (customer_id, id, sandbox_id, direction, at, duration_us, transaction_id, method, path,
  status, person_id, job_id, workflow_id, order_id, delivery_id, detail) from stdin (format binary)`;
const copyBodies = `copy exchange_body (customer_id, exchange_id, request, answer) from stdin (format binary)`;

// Several statements in one simple query are one transaction: both tables commit together, or neither does.
const copyBoth = `${copyExchanges}; ${copyBodies}`;

/** Encodes a batch. The columns stand in the order of the statements above. */
export function encodeCopy(batch: readonly PreparedRows[]): CopyMessage {
  const writer = new CopyWriter(4096 * batch.length);
  writer.begin();
  for (const { row } of batch) writeExchange(writer, row);
  writer.end();
  const bodyRows = batch.flatMap(({ bodyRow }) => (bodyRow === undefined ? [] : [bodyRow]));
  if (bodyRows.length === 0) return { text: copyExchanges, bytes: writer.finished() };
  writer.begin();
  for (const bodyRow of bodyRows) writeBody(writer, bodyRow);
  writer.end();
  return { text: copyBoth, bytes: writer.finished() };
}

function writeExchange(writer: CopyWriter, row: ExchangeRow): void {
  writer.row(16);
  writer.text(row.customer_id);
  writer.uuid(row.id);
  writer.uuid(row.sandbox_id);
  writer.text(row.direction);
  writer.timestamp(Date.parse(row.at));
  writer.int4(row.duration_us);
  writer.text(row.transaction_id);
  writer.text(row.method);
  writer.text(row.path);
  writer.int2(row.status);
  writer.int8(row.person_id);
  writer.int8(row.job_id);
  writer.int8(row.workflow_id);
  writer.text(row.order_id);
  writer.uuid(row.delivery_id);
  writer.json(JSON.stringify(row.detail));
}

function writeBody(writer: CopyWriter, row: ExchangeBodyRow): void {
  writer.row(4);
  writer.text(row.customer_id);
  writer.uuid(row.exchange_id);
  writer.text(row.request);
  writer.text(row.answer);
}
