import type { Database } from "@slipway/database";

import type { DeliveryOutcome } from "./delivery-outcome.ts";
import type { RecruiterView } from "./recruiter-view.ts";

/** How far a delivery has come. */
export type DeliveryProgress =
  | { readonly state: "due" | "claimed" | "started" }
  | {
      readonly state: "finished" | "outcome-unknown";
      readonly outcome: DeliveryOutcome;
      readonly recruiterView: RecruiterView;
      /** The recorded exchange; undefined when nothing crossed the boundary. */
      readonly exchangeId: string | undefined;
      /** The tenant's clock. */
      readonly finishedAt: Date;
    };

/** Which delivery of which tenant. */
export interface DeliveryKey {
  readonly customerId: string;
  readonly id: string;
}

type ProgressRow =
  | { readonly state: "due" | "claimed" | "started" }
  | {
      readonly state: "finished" | "outcome-unknown";
      readonly outcome: DeliveryOutcome;
      readonly recruiter_view: RecruiterView;
      readonly exchange_id: string | null;
      readonly finished_at: Date;
    };

/** The delivery as it stands; undefined when the tenant has none with this id. */
export async function loadDelivery(
  database: Pick<Database, "pool">,
  { customerId, id }: DeliveryKey,
): Promise<DeliveryProgress | undefined> {
  // The last four columns are set in the statement that sets one of the two end states, and only there.
  const { rows } = await database.pool.query<ProgressRow>({
    name: "load-delivery",
    text: `
      select state, outcome, recruiter_view, exchange_id, finished_at from delivery
      where customer_id = $1 and id = $2`,
    values: [customerId, id],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  if (row.state !== "finished" && row.state !== "outcome-unknown") return { state: row.state };
  return {
    state: row.state,
    outcome: row.outcome,
    recruiterView: row.recruiter_view,
    exchangeId: row.exchange_id ?? undefined,
    finishedAt: row.finished_at,
  };
}
