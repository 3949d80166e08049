import { customerId } from "@slipway/ats-model";

import {
  claimedColumns,
  claimedJoins,
  parseClaimedRow,
  type ClaimedDelivery,
  type ClaimedRow,
} from "./claimed-delivery.ts";
import { deliveryEndedChannel } from "./wake-delivery-workers.ts";
import type { DeliveryContext } from "./delivery-context.ts";
import type { DeliveryOutcome } from "./delivery-outcome.ts";
import { finishDelivery } from "./finish-delivery.ts";
import { reconstructCall } from "./prepare-call.ts";
import { rawExchange } from "./raw-exchange.ts";
import { recruiterView } from "./recruiter-view.ts";

export interface Recovered {
  /** Claimed by a worker that died, due again. */
  readonly dueAgain: number;
  /** Started by a worker that died: their outcome is unknown for good. */
  readonly outcomeUnknown: number;
}

/**
 * Cleans up behind workers that died: what was claimed and not started is due again; what was started is never sent again,
 * its outcome is unknown, the recruiter sees "no answer", and the exchange is recorded as such. May run anywhere, any number
 * of times at once.
 */
export async function recoverDeliveries(context: DeliveryContext): Promise<Recovered> {
  const now = context.clock.now();
  const { rowCount } = await context.database.pool.query({
    name: "recover-claimed-deliveries",
    text: `
      update delivery set state = 'due', worker_id = null, lease_until = null
      where state = 'claimed' and lease_until <= $1`,
    values: [now],
  });
  const { rows } = await context.database.pool.query<ClaimedRow>({
    name: "find-lost-deliveries",
    text: `
      select ${claimedColumns} from delivery d ${claimedJoins("d")}
      where d.state = 'started' and d.lease_until <= $1 limit 100`,
    values: [now],
  });
  let outcomeUnknown = 0;
  for (const row of rows) {
    if (await giveUp(parseClaimedRow(row), context)) outcomeUnknown += 1;
  }
  return { dueAgain: rowCount ?? 0, outcomeUnknown };
}

const lostDetail =
  "the platform stopped after the call had begun: whether it reached the partner is not known, and it is not sent again";

async function giveUp(delivery: ClaimedDelivery, context: DeliveryContext): Promise<boolean> {
  const outcome: DeliveryOutcome = {
    kind: "no-answer",
    reason: "outcome-unknown",
    detail: lostDetail,
    durationMs: 0,
    queuedMs: 0,
  };
  const call = await reconstructCall(delivery, context);
  const finishedAt = context.clockOf(delivery.customerId).now();
  const tenant = await context.tenants.byCustomerId(customerId(delivery.customerId));
  const exchange = context.recorder.prepare(
    rawExchange(delivery, call, {
      at: delivery.startedAt ?? finishedAt,
      durationMs: 0,
      answer: {
        kind: "no-answer",
        reason: "outcome-unknown",
        detail: lostDetail,
        body: { bytes: undefined },
      },
      policy: context.outbound,
    }),
  );
  const isWritten = await finishDelivery(context.database, {
    customerId: delivery.customerId,
    id: delivery.id,
    from: "started",
    state: "outcome-unknown",
    workerId: undefined,
    finishedAt,
    outcome,
    recruiterView: recruiterView(
      { kind: "no-answer", reason: "outcome-unknown" },
      { tenant, calledUrl: call.url.href },
    ),
    location: undefined,
    exchange,
  });
  if (!isWritten) return false;
  context.database.notifications.notify(deliveryEndedChannel, delivery.id);
  context.onEnded?.(outcome);
  return true;
}
