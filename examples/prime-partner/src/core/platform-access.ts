import { acceptBasic, type InboundRequest } from "@slipway/sdk";

import type { CustomerConfiguration } from "./configuration.ts";

/** Customers by their id. */
export type Customers = ReadonlyMap<string, CustomerConfiguration>;

/** The customers for whom the credentials of this call are; none: nobody known calls. */
export async function callersCustomers(
  request: InboundRequest,
  customers: Customers,
): Promise<Customers> {
  const own = new Map<string, CustomerConfiguration>();
  for (const [customerId, customer] of customers) {
    const { username, password } = customer.platform;
    const accept = acceptBasic((user) => (user === username ? password : undefined));
    if ((await accept(request)) !== undefined) own.set(customerId, customer);
  }
  return own;
}
