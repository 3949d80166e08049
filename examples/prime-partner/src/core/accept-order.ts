import { isDeepStrictEqual } from "node:util";

import { AtsError, AtsQuotaError, AtsUnavailableError, Refusal } from "@slipway/sdk";

import type { AtsClients } from "./ats-clients.ts";
import type { CustomerConfiguration } from "./configuration.ts";
import type { Exclusively } from "./exclusively.ts";
import { fieldsOf } from "./manifest.ts";
import {
  missingInOrder,
  missingInProfiles,
  refuseIncomplete,
  type Profiles,
} from "./missing-fields.ts";
import { orderKey, requestKey, type Order } from "./order.ts";
import type { OrderStore } from "./order-store.ts";
import type { ReceivedOrder } from "./parse-order.ts";

export interface OrderDesk {
  readonly store: OrderStore;
  readonly exclusively: Exclusively;
  readonly atsOf: AtsClients;
}

export interface OrderCall {
  readonly received: ReceivedOrder;
  readonly customer: CustomerConfiguration;
}

/** The contract gives ten seconds for an answer; two are left for everything but the ATS. */
const atsBudgetMs = 8000;

/**
 * Accepts an order once, or throws the `Refusal` that says why not. Whoever brings the same order, or another for the same
 * candidate, job and package, waits until the first is decided: so of two at the same moment exactly one is accepted, and a
 * refused one stands in nobody's way.
 */
export async function acceptOrder(desk: OrderDesk, call: OrderCall): Promise<Order> {
  const keys = [`order ${orderKey(call.received)}`, `request ${requestKey(call.received)}`];
  return desk.exclusively(keys, async () => {
    refuseDuplicate(desk.store, call);
    const lacking = missingInOrder(call.received);
    const profiles = await readProfiles(desk.atsOf, call).catch((error: unknown) => {
      // What the order itself shows can be said without the ATS, and helps the recruiter more.
      if (lacking.length > 0) throw refuseIncomplete(lacking);
      packageNameOf(call);

      throw error;
    });
    const missing = [...lacking, ...missingInProfiles(profiles, call.customer)];
    if (missing.length > 0) throw refuseIncomplete([...new Set(missing)]);
    const order: Order = {
      received: call.received,
      partnerOrderId: `A-${1001 + desk.store.all().length}`,
      packageName: packageNameOf(call),
      acceptedAt: new Date().toISOString(),
      state: { kind: "sent" },
      row: { kind: "unwritten" },
    };
    desk.store.save(order);
    return order;
  });
}

function refuseDuplicate(store: OrderStore, { received }: OrderCall): void {
  const same = store.find(received);
  if (same !== undefined) throw duplicateOf(same, received);
  const open = store.findOpen(received);
  if (open !== undefined)
    throw alreadyOrdered("an order for this candidate, job and package is open");
}

function duplicateOf({ received: earlier, state }: Order, received: ReceivedOrder): Refusal {
  if (!isDeepStrictEqual(earlier, received)) {
    const text =
      "This assessment was already ordered with other details. Please send the assessment again as a new one.";
    return Refusal.userError(text, "duplicate: the order id was used with another body");
  }
  switch (state.kind) {
    case "sent":
      return alreadyOrdered("the order is open");
    case "complete": {
      const text =
        "This assessment was already completed by this candidate. The result is with the application.";
      return Refusal.userError(text, "duplicate: the order is complete");
    }
    case "cancelled": {
      const text = "This assessment was cancelled. Please send the assessment again as a new one.";
      return Refusal.userError(text, "duplicate: the order is cancelled");
    }
  }
}

function alreadyOrdered(why: string): Refusal {
  const text =
    "This assessment was already ordered for this candidate. Please wait for the result.";
  return Refusal.userError(text, `duplicate: ${why}`);
}

function packageNameOf({ received, customer }: OrderCall): string {
  const ordered = customer.packages.find(
    ({ packageId, active }) => active && packageId === received.packageId,
  );
  if (ordered !== undefined) return ordered.name;
  const text =
    "This package is not available any more. Please choose another package and send the assessment again.";
  throw Refusal.userError(text, "order refused: the package is not active for this customer");
}

async function readProfiles(
  atsOf: AtsClients,
  { received, customer }: OrderCall,
): Promise<Profiles> {
  const { candidate, job, atsAddress } = received;
  const ats = atsOf(atsAddress, customer.ats).within({ giveUpAt: Date.now() + atsBudgetMs });
  try {
    return {
      person: await ats.people.get(candidate.id, { fields: fieldsOf("person") }),
      job: await ats.jobs.get(job.id, { fields: fieldsOf("job") }),
    };
  } catch (error) {
    throw refusalFor(error);
  }
}

function refusalFor(error: unknown): unknown {
  if (error instanceof AtsUnavailableError || error instanceof AtsQuotaError) {
    const text = "The assessment could not be sent just now. Please try again in a few minutes.";
    return Refusal.temporary(text, `order not accepted: ${error.message}`);
  }
  if (error instanceof AtsError) {
    const text =
      "The assessment could not be sent because the connection is not set up correctly. Please contact support.";
    return Refusal.systemError(text, `order not accepted: ${error.message}`);
  }
  return error;
}
