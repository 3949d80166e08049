import type { Database } from "@slipway/database";
import type { PreparedExchange } from "@slipway/exchange";

/** Stores the exchange of a call for a token: in a commit of its own, before the delivery that waits for it is started. */
export async function recordTokenCall(
  database: Pick<Database, "pool">,
  { row, bodyRow }: PreparedExchange,
): Promise<void> {
  await database.pool.query({
    name: "record-token-call",
    text: `
      with logged as (insert into exchange select * from jsonb_populate_record(null::exchange, $1::jsonb))
      insert into exchange_body
      select kept.* from jsonb_populate_record(null::exchange_body, $2::jsonb) kept where $2::jsonb is not null`,
    values: [JSON.stringify(row), bodyRow === undefined ? null : JSON.stringify(bodyRow)],
  });
}
