import type { ReceivedOrder } from "./parse-order.ts";

/**
 * An order that was accepted.
 *
 * - `sent`: the candidate was invited; the order is open.
 * - `complete`: the candidate has finished.
 * - `cancelled`: the recruiter withdrew it; nothing more happens to it.
 *
 * Refused orders are not kept: the recruiter mends what was missing and orders again.
 */
export interface Order {
  readonly received: ReceivedOrder;
  readonly partnerOrderId: string;
  readonly packageName: string;
  readonly acceptedAt: string;
  readonly state: OrderState;
  readonly row: ResultRow;
}

export type OrderState =
  | { readonly kind: "sent" }
  | { readonly kind: "complete"; readonly completedAt: string; readonly score: number }
  | { readonly kind: "cancelled"; readonly cancelledAt: string };

/** What the ATS has of it: no row yet, or the row's entry number and the state that was written there last. */
export type ResultRow =
  | { readonly kind: "unwritten" }
  | { readonly kind: "written"; readonly entry: number; readonly state: OrderState["kind"] };

/** The same order id at another customer is another order. */
export function orderKey({
  customerId,
  orderId,
}: Pick<ReceivedOrder, "customerId" | "orderId">): string {
  return JSON.stringify([customerId, orderId]);
}

/** What may be open only once: this candidate, for this job, with this package. */
export function requestKey({ customerId, candidate, job, packageId }: ReceivedOrder): string {
  return JSON.stringify([customerId, candidate.id, job.id, packageId ?? null]);
}
