import { jsonAnswer, parseJsonObject, Refusal, type StoredAnswer } from "@slipway/sdk";

import { acceptOrder, type OrderDesk } from "./accept-order.ts";
import type { CustomerConfiguration } from "./configuration.ts";
import type { Order } from "./order.ts";
import { parseOrder } from "./parse-order.ts";
import { unknownCustomer, unknownOrder, unreadable } from "./refusal.ts";

/** One call of the platform, its credentials already checked. */
export interface PlatformCall {
  readonly body: Uint8Array;
  readonly query: URLSearchParams;
  /** What stands in the path in place of `{orderId}`. */
  readonly orderId: string;
  /** The customers for whom the caller's credentials are. */
  readonly customers: ReadonlyMap<string, CustomerConfiguration>;
}

export interface ContractDesk extends OrderDesk {
  readonly accepted: (order: Order) => void;
  readonly cancelled: (order: Order) => void;
  readonly startAddress: (order: Order) => string;
}

export async function listPackages(_desk: ContractDesk, call: PlatformCall): Promise<StoredAnswer> {
  const customer = customerOf(call, call.query.get("customerId"));
  return jsonAnswer(200, { packages: customer.packages });
}

export async function takeOrder(desk: ContractDesk, call: PlatformCall): Promise<StoredAnswer> {
  const received = parseOrder(parseJsonObject(call.body));
  const customer = customerOf(call, received.customerId);
  const order = await acceptOrder(desk, { received, customer });
  desk.accepted(order);
  const { partnerOrderId } = order;
  return jsonAnswer(202, { partnerOrderId, assessmentUrl: desk.startAddress(order) });
}

export async function tellStatus(desk: ContractDesk, call: PlatformCall): Promise<StoredAnswer> {
  const { received, state } = orderOf(desk, call, call.query.get("customerId"));
  const completedAt = state.kind === "complete" ? { completedAt: state.completedAt } : {};
  return jsonAnswer(200, { orderId: received.orderId, status: state.kind, ...completedAt });
}

export async function cancelOrder(desk: ContractDesk, call: PlatformCall): Promise<StoredAnswer> {
  const body = parseJsonObject(call.body);
  if (body["orderId"] !== call.orderId) throw unreadable("orderId: expected the one of the path");
  const order = orderOf(desk, call, body["customerId"]);
  switch (order.state.kind) {
    case "complete": {
      const text = "This assessment is already complete and cannot be cancelled.";
      throw Refusal.userError(text, "cancel refused: complete");
    }
    case "sent":
      desk.cancelled(order);
      return jsonAnswer(200, {});
    case "cancelled":
      return jsonAnswer(200, {});
  }
}

/** An event is news: this partner has nothing to do for it, and never takes it for an order. */
export async function takeEvent(_desk: ContractDesk, call: PlatformCall): Promise<StoredAnswer> {
  const event = parseJsonObject(call.body);
  if (typeof event["eventType"] !== "string") throw unreadable("eventType: expected a text");
  customerOf(call, event["customerId"]);
  return jsonAnswer(200, {});
}

function customerOf({ customers }: PlatformCall, customerId: unknown): CustomerConfiguration {
  const customer = customers.get(customerIdOf(customerId));
  if (customer === undefined) throw unknownCustomer();
  return customer;
}

/** The order of the path at this customer: the same id at another one is another order. */
function orderOf({ store }: ContractDesk, call: PlatformCall, customerId: unknown): Order {
  customerOf(call, customerId);
  const order = store.find({ customerId: customerIdOf(customerId), orderId: call.orderId });
  if (order === undefined) throw unknownOrder();
  return order;
}

function customerIdOf(value: unknown): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw unreadable("customerId: expected a text");
}
