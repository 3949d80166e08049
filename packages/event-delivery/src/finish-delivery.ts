import type { Database } from "@slipway/database";
import type { PreparedExchange } from "@slipway/exchange";

import type { DeliveryOutcome } from "./delivery-outcome.ts";
import type { RecruiterView } from "./recruiter-view.ts";

/** Everything that is known at the end of a delivery. */
export interface DeliveryEnd {
  readonly customerId: string;
  readonly id: string;
  readonly state: "finished" | "outcome-unknown";
  /** The state in which it must still be; in any other nothing is written. */
  readonly from: "claimed" | "started";
  /** Must still hold it; undefined for whoever cleans up after a dead worker. */
  readonly workerId: string | undefined;
  /** The tenant's clock. */
  readonly finishedAt: Date;
  readonly outcome: DeliveryOutcome;
  readonly recruiterView: RecruiterView;
  /** Where the answer sends its receiver, absolute; undefined where it sends nobody anywhere. */
  readonly location: string | undefined;
  /** Undefined when nothing crossed the boundary. */
  readonly exchange: PreparedExchange | undefined;
}

/**
 * Writes the end of a delivery in one statement: state, outcome, what the recruiter sees, and the recorded exchange. All of it
 * or nothing; false when the delivery is no longer where it was expected.
 */
export async function finishDelivery(
  database: Pick<Database, "pool">,
  end: DeliveryEnd,
): Promise<boolean> {
  const { rows } = await database.pool.query<{ finished: number }>({
    name: "finish-delivery",
    text: finishStatement,
    values: [
      end.customerId,
      end.id,
      end.from,
      end.workerId ?? null,
      end.state,
      end.finishedAt,
      JSON.stringify(end.outcome),
      JSON.stringify(end.recruiterView),
      end.exchange?.id ?? null,
      end.exchange === undefined ? null : JSON.stringify(end.exchange.row),
      end.exchange?.bodyRow === undefined ? null : JSON.stringify(end.exchange.bodyRow),
      end.location ?? null,
    ],
  });
  return rows[0]?.finished === 1;
}

const finishStatement = `
  with ended as (
    update delivery set
      state = $5, finished_at = $6, lease_until = null, outcome = $7::jsonb, recruiter_view = $8::jsonb, exchange_id = $9::uuid,
      location = $12
    where customer_id = $1 and id = $2 and state = $3 and ($4::text is null or worker_id = $4)
    returning 1
  ), logged as (
    insert into exchange
    select logged.* from ended, jsonb_populate_record(null::exchange, $10::jsonb) logged where $10::jsonb is not null
  ), kept as (
    insert into exchange_body
    select kept.* from ended, jsonb_populate_record(null::exchange_body, $11::jsonb) kept where $11::jsonb is not null
  )
  select count(*)::int as finished from ended`;
