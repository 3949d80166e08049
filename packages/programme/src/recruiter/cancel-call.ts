import type { PlannedCall } from "../deliveries/plan-call.ts";

/** The call that asks a partner to cancel an order. */
export function cancelCall(customerId: string, orderId: string): PlannedCall {
  return {
    kind: "cancel",
    request: {
      method: "POST",
      path: `/orders/${encodeURIComponent(orderId)}/cancel`,
      body: { orderId, customerId },
    },
    references: { orderId },
  };
}
