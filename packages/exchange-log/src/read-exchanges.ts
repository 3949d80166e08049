import type { Database, Queries } from "@slipway/database";
import type { Exchange, ExchangeId } from "@slipway/exchange";

import { parseExchangeRow } from "./parse-exchange-row.ts";

/** Which exchanges of one customer to read; conditions left out do not count. */
export interface ExchangeQuery {
  readonly customerId: string;
  readonly ids?: readonly ExchangeId[];
  readonly direction?: Exchange["direction"];
  readonly methods?: readonly string[];
  readonly personId?: number;
  readonly jobId?: number;
  readonly workflowId?: number;
  readonly orderId?: string;
  readonly deliveryId?: string;
  readonly transactionId?: string;
  /** By the tenant's clock, which can be moved: `from` inclusive, `before` exclusive. */
  readonly from?: Date;
  readonly before?: Date;
  /** By the installation's clock, as the windows of runs are. To the millisecond; `recordedFrom` inclusive, `recordedBefore` exclusive. */
  readonly recordedFrom?: Date;
  readonly recordedBefore?: Date;
  /** The last exchange of the page before, in the same order. */
  readonly after?: ExchangeId;
  /** By the time of recording. Default `oldest-first`. */
  readonly order?: "oldest-first" | "newest-first";
  /** Default 100, at most 1,000. */
  readonly limit?: number;
}

const defaultLimit = 100;
const largestLimit = 1000;

/** A page of one customer's exchanges. */
export async function readExchanges(
  database: Pick<Database, "queries">,
  query: ExchangeQuery,
): Promise<Exchange[]> {
  if (query.ids?.length === 0) return [];
  const descending = query.order === "newest-first";
  let selection = selectExchanges(database.queries, query.customerId)
    .orderBy("exchange.id", descending ? "desc" : "asc")
    .limit(Math.min(query.limit ?? defaultLimit, largestLimit));
  for (const [column, operator, value] of conditionsOf(query, descending))
    selection = selection.where(column, operator, value);
  const rows = await selection.execute();
  return rows.map(parseExchangeRow);
}

/** One exchange; undefined when this customer has none with this id. */
export async function readExchange(
  database: Pick<Database, "queries">,
  customerId: string,
  id: ExchangeId,
): Promise<Exchange | undefined> {
  const row = await selectExchanges(database.queries, customerId)
    .where("exchange.id", "=", id)
    .executeTakeFirst();
  return row && parseExchangeRow(row);
}

function selectExchanges(queries: Queries, customerId: string) {
  return queries
    .selectFrom("exchange")
    .leftJoin("exchange_body", (join) =>
      join
        .onRef("exchange_body.customer_id", "=", "exchange.customer_id")
        .onRef("exchange_body.exchange_id", "=", "exchange.id"),
    )
    .selectAll("exchange")
    .select(["exchange_body.request", "exchange_body.answer"])
    .where("exchange.customer_id", "=", customerId);
}

type Condition = readonly [
  column:
    | "exchange.id"
    | "exchange.direction"
    | "exchange.method"
    | "exchange.person_id"
    | "exchange.job_id"
    | "exchange.workflow_id"
    | "exchange.order_id"
    | "exchange.delivery_id"
    | "exchange.transaction_id"
    | "exchange.at",
  operator: "=" | "<" | ">" | ">=" | "in",
  value: string | number | Date | readonly string[],
];

function conditionsOf(query: ExchangeQuery, descending: boolean): readonly Condition[] {
  const { recordedFrom, recordedBefore } = query;
  const all: readonly (readonly [Condition[0], Condition[1], Condition[2] | undefined])[] = [
    ["exchange.id", "in", query.ids],
    ["exchange.id", descending ? "<" : ">", query.after],
    ["exchange.id", ">=", recordedFrom && firstIdAt(recordedFrom)],
    ["exchange.id", "<", recordedBefore && firstIdAt(recordedBefore)],
    ["exchange.at", ">=", query.from],
    ["exchange.at", "<", query.before],
    ["exchange.direction", "=", query.direction],
    ["exchange.method", "in", query.methods],
    ["exchange.person_id", "=", query.personId],
    ["exchange.job_id", "=", query.jobId],
    ["exchange.workflow_id", "=", query.workflowId],
    ["exchange.order_id", "=", query.orderId],
    ["exchange.delivery_id", "=", query.deliveryId],
    ["exchange.transaction_id", "=", query.transactionId],
  ];
  return all.flatMap(([column, operator, value]) =>
    value === undefined ? [] : [[column, operator, value] as const],
  );
}

/** Ids are UUIDs of version 7: the time of recording in milliseconds, then a counter. */
function firstIdAt(time: Date): string {
  const stamp = Math.max(0, time.getTime()).toString(16).padStart(12, "0");
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-0000-0000-000000000000`;
}
