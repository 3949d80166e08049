import { isDeepStrictEqual } from "node:util";

import { AtsRefused, AtsUnavailable, type CallAts } from "./ats-client.ts";
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
import { Refusal } from "./refusal.ts";

export interface OrderDesk {
  readonly store: OrderStore;
  readonly exclusively: Exclusively;
  readonly callAts: CallAts;
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
    const profiles = await readProfiles(desk.callAts, call).catch((error: unknown) => {
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
    return new Refusal(400, text, "duplicate: the order id was used with another body");
  }
  switch (state.kind) {
    case "sent":
      return alreadyOrdered("the order is open");
    case "complete": {
      const text =
        "This assessment was already completed by this candidate. The result is with the application.";
      return new Refusal(400, text, "duplicate: the order is complete");
    }
    case "cancelled": {
      const text = "This assessment was cancelled. Please send the assessment again as a new one.";
      return new Refusal(400, text, "duplicate: the order is cancelled");
    }
  }
}

function alreadyOrdered(why: string): Refusal {
  const text =
    "This assessment was already ordered for this candidate. Please wait for the result.";
  return new Refusal(400, text, `duplicate: ${why}`);
}

function packageNameOf({ received, customer }: OrderCall): string {
  const ordered = customer.packages.find(
    ({ packageId, active }) => active && packageId === received.packageId,
  );
  if (ordered !== undefined) return ordered.name;
  const text =
    "This package is not available any more. Please choose another package and send the assessment again.";
  throw new Refusal(400, text, "order refused: the package is not active for this customer");
}

async function readProfiles(
  callAts: CallAts,
  { received, customer }: OrderCall,
): Promise<Profiles> {
  const giveUpAt = Date.now() + atsBudgetMs;
  const read = async (path: string, profileType: "person" | "job"): Promise<Profiles["job"]> => {
    const address = `${received.atsAddress}/${path}?fields=${fieldsOf(profileType)}`;
    const call = { method: "GET", address, credentials: customer.ats, giveUpAt } as const;
    return (await callAts(call)).body ?? {};
  };
  try {
    const person = await read(`people/${received.candidate.id}`, "person");
    const job = await read(`jobs/${received.job.id}`, "job");
    return { person, job };
  } catch (error) {
    throw refusalFor(error);
  }
}

function refusalFor(error: unknown): unknown {
  if (error instanceof AtsUnavailable) {
    const text = "The assessment could not be sent just now. Please try again in a few minutes.";
    return new Refusal(503, text, `order not accepted: ${error.message}`);
  }
  if (error instanceof AtsRefused) {
    const text =
      "The assessment could not be sent because the connection is not set up correctly. Please contact support.";
    return new Refusal(500, text, `order not accepted: ${error.message}`);
  }
  return error;
}
