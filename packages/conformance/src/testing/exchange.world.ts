import type { Exchange, ExchangeId } from "@slipway/exchange";

/** A recorded call that nothing is wrong with; tests state what differs. */
export function exchangeOf(differences: Partial<Exchange> = {}): Exchange {
  return {
    id: "0190a000-0000-7000-8000-000000000001" as ExchangeId,
    customerId: "6101",
    sandboxId: undefined,
    direction: "to-partner",
    at: new Date("2026-03-01T09:00:00Z"),
    durationMs: 12,
    actor: { kind: "platform", purpose: "order" },
    transactionId: "t-1",
    request: {
      method: "POST",
      path: "/orders",
      query: "",
      origin: "http://127.0.0.1:9000",
      headers: [],
      body: { kind: "none" },
    },
    answer: { kind: "answered", status: 202, headers: [], body: { kind: "none" } },
    access: [],
    facts: [],
    references: {},
    ...differences,
  };
}
