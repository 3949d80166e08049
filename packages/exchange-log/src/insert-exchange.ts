import { sql } from "kysely";

import type { Transaction } from "@slipway/database";
import type { PreparedExchange } from "@slipway/exchange";

/** Stores a prepared exchange in an open transaction: it is recorded if, and only if, the transaction commits. */
export async function insertExchange(tx: Transaction, prepared: PreparedExchange): Promise<void> {
  const { row, bodyRow } = prepared;
  await sql`insert into exchange select * from jsonb_populate_record(null::exchange, ${JSON.stringify(row)}::jsonb)`.execute(
    tx,
  );
  if (bodyRow === undefined) return;
  await sql`insert into exchange_body select * from jsonb_populate_record(null::exchange_body, ${JSON.stringify(bodyRow)}::jsonb)`.execute(
    tx,
  );
}
