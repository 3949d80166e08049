import type { Tenant } from "@slipway/ats-model";
import type { Transaction } from "@slipway/database";
import { Problem } from "@slipway/foundation";

import type { DeliveryOutcome } from "./delivery-outcome.ts";
import type { DeliveryRow } from "./plan-delivery.ts";
import type { RecruiterView } from "./recruiter-view.ts";

/** Why the programme holds an integration: no call is made to its partner. */
export type HeldBecause = NonNullable<Tenant["refused"]>;

/** The codes under which calls end that were not made because the integration is held. */
export const heldCodes = {
  suspended: "INTEGRATION-SUSPENDED",
  removed: "INTEGRATION-REMOVED",
  withdrawn: "INTEGRATION-SANDBOX-WITHDRAWN",
} as const satisfies Readonly<Record<HeldBecause, string>>;

/** The integration is held, and its partner is not called. It is how a delivery ends, and no answer to a request. */
export class IntegrationHeldProblem extends Problem {
  readonly because: HeldBecause;

  constructor(because: HeldBecause) {
    super({ code: heldCodes[because], status: 409, message: heldDetail(because) });
    this.because = because;
  }
}

/** What the recruiter reads in place of an answer. */
export function heldView(because: HeldBecause): RecruiterView {
  return { tone: "error", text: `${heldWords[because]}: nothing was sent. ${thenWords[because]}` };
}

const heldWords = {
  suspended: "Integration suspended",
  removed: "Integration removed",
  withdrawn: "Sandbox withdrawn",
} as const satisfies Readonly<Record<HeldBecause, string>>;

const thenWords = {
  suspended: "Repeat the action once it is reinstated.",
  removed: "Ask your administrator for another one.",
  withdrawn: "Repeat the action once it is restored.",
} as const satisfies Readonly<Record<HeldBecause, string>>;

/** How the delivery ends in its row. */
export function heldOutcome(because: HeldBecause): DeliveryOutcome {
  return {
    kind: "not-sent",
    code: heldCodes[because],
    detail: heldDetail(because),
    fault: "configuration",
  };
}

/** The row of a call to a partner that is held: at its end from the beginning. Any other row stays as it is. */
export function endIfHeld(row: DeliveryRow, tenant: Pick<Tenant, "refused">): DeliveryRow {
  const { refused } = tenant;
  if (refused === undefined) return row;
  return {
    ...row,
    state: "finished",
    finished_at: row.created_at,
    outcome: heldOutcome(refused),
    recruiter_view: heldView(refused),
  };
}

/**
 * Ends every call of these tenants that nobody has begun to send, in the transaction that suspends, reinstates or removes: what
 * was raised before or meanwhile does not go out later by itself. One in a worker's hands is lost to it.
 */
export async function endWaitingDeliveries(
  tx: Transaction,
  {
    because,
    at,
    customerIds,
  }: {
    readonly because: HeldBecause;
    readonly at: Date;
    readonly customerIds: readonly string[];
  },
): Promise<void> {
  if (customerIds.length === 0) return;
  await tx
    .updateTable("delivery")
    .set({
      state: "finished",
      finished_at: at,
      lease_until: null,
      outcome: JSON.stringify(heldOutcome(because)),
      recruiter_view: JSON.stringify(heldView(because)),
    })
    .where("customer_id", "in", customerIds)
    .where("state", "in", ["due", "claimed"])
    .execute();
}

function heldDetail(because: HeldBecause): string {
  return `Expected an integration whose partner may be called, found ${heldWords[because].toLowerCase()}. Nothing was sent, and nothing will be sent later by itself.`;
}
