import type { Database } from "@slipway/database";
import type { ExchangeId } from "@slipway/exchange";
import { sql } from "kysely";

/** What was recorded last of a customer. */
export interface NewestExchanges {
  readonly any: ExchangeId;
  /** The last call of the ATS by a method that changes something; undefined when none of the last 200 exchanges was one. */
  readonly write: ExchangeId | undefined;
}

interface NewestRow {
  readonly customer_id: string;
  readonly any_id: ExchangeId;
  readonly write_id: ExchangeId | null;
}

/** What was recorded last of each customer; a step or two into an index for each. */
export async function newestExchanges(
  { queries }: Pick<Database, "queries">,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, NewestExchanges>> {
  if (customerIds.length === 0) return new Map();
  const { rows } = await sql<NewestRow>`
    select asked.customer_id, newest.id as any_id, (
      select id from (
        select id, direction, method from exchange
        where exchange.customer_id = asked.customer_id
        order by id desc limit 200
      ) as late
      where direction = 'to-ats' and method <> 'GET'
      order by id desc limit 1
    ) as write_id
    from unnest(${customerIds}::text[]) as asked (customer_id),
      lateral (
        select id from exchange
        where exchange.customer_id = asked.customer_id
        order by id desc limit 1
      ) as newest`.execute(queries);
  return new Map(
    rows.map((row) => [row.customer_id, { any: row.any_id, write: row.write_id ?? undefined }]),
  );
}
