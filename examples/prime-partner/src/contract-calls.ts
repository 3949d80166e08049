import type { IncomingMessage } from "node:http";

import { acceptOrder, type OrderDesk } from "./accept-order.ts";
import type { Behaviour } from "./behaviour.ts";
import type { CustomerConfiguration } from "./configuration.ts";
import { parseJson, readText, type JsonAnswer } from "./json-http.ts";
import type { Order } from "./order.ts";
import { parseOrder, type ReceivedOrder } from "./parse-order.ts";
import { Refusal, unknownCustomer, unknownOrder, unreadable } from "./refusal.ts";

/** One call of the platform, its credentials already checked. */
export interface PlatformCall {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  /** What stands in the path in place of `{orderId}`. */
  readonly orderId: string;
  /** The customers for whom the caller's credentials are. */
  readonly customers: ReadonlyMap<string, CustomerConfiguration>;
  /** Told the order of the call once it is understood, for the journal. */
  readonly note: (received: ReceivedOrder) => void;
}

export interface ContractDesk extends OrderDesk {
  readonly behaviour: Behaviour;
  readonly accepted: (order: Order) => void;
  readonly cancelled: (order: Order) => void;
  readonly startAddress: (order: Order) => string;
}

export async function listPackages(_desk: ContractDesk, call: PlatformCall): Promise<JsonAnswer> {
  const customer = customerOf(call, call.query.get("customerId"));
  return { status: 200, body: { packages: customer.packages } };
}

export async function takeOrder(desk: ContractDesk, call: PlatformCall): Promise<JsonAnswer> {
  const body = parseJson(await readText(call.request));
  desk.behaviour.read?.(body);
  const received = parseOrder(body);
  call.note(received);
  const customer = customerOf(call, received.customerId);
  const understood = desk.behaviour.understand?.(received, customer) ?? received;
  const order = await acceptOrder(desk, { received: understood, customer });
  desk.accepted(order);
  const acceptance = {
    partnerOrderId: order.partnerOrderId,
    assessmentUrl: desk.startAddress(order),
  };
  return { status: 202, body: acceptance };
}

export async function tellStatus(desk: ContractDesk, call: PlatformCall): Promise<JsonAnswer> {
  const { received, state } = orderOf(desk, call, call.query.get("customerId"));
  const completedAt = state.kind === "complete" ? { completedAt: state.completedAt } : {};
  return { status: 200, body: { orderId: received.orderId, status: state.kind, ...completedAt } };
}

export async function cancelOrder(desk: ContractDesk, call: PlatformCall): Promise<JsonAnswer> {
  const body = membersOf(parseJson(await readText(call.request)));
  if (body["orderId"] !== call.orderId) throw unreadable("orderId: expected the one of the path");
  const order = orderOf(desk, call, body["customerId"]);
  switch (order.state.kind) {
    case "complete": {
      const text = "This assessment is already complete and cannot be cancelled.";
      throw new Refusal(400, text, "cancel refused: complete");
    }
    case "sent":
      desk.cancelled(order);
      return { status: 200, body: {} };
    case "cancelled":
      return { status: 200, body: {} };
  }
}

/** An event is news: this partner has nothing to do for it, and never takes it for an order. */
export async function takeEvent(_desk: ContractDesk, call: PlatformCall): Promise<JsonAnswer> {
  const event = membersOf(parseJson(await readText(call.request)));
  if (typeof event["eventType"] !== "string") throw unreadable("eventType: expected a text");
  customerOf(call, event["customerId"]);
  return { status: 200, body: {} };
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

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    // Neither null nor a list: an object.
    return value as Readonly<Record<string, unknown>>;
  }
  throw unreadable("expected a JSON object");
}
