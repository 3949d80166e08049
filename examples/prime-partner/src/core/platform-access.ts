import {
  acceptBasic,
  acceptBearer,
  acceptHmac,
  type Authenticator,
  type InboundRequest,
} from "@slipway/sdk";

import type { CustomerConfiguration, PlatformCredentials } from "./configuration.ts";
import type { Tokens } from "./tokens.ts";

/** Customers by their id. */
export type Customers = ReadonlyMap<string, CustomerConfiguration>;

/** The customers for whom a call proves itself, each by the way configured for it; none: nobody known calls. */
export async function callersCustomers(
  request: InboundRequest,
  customers: Customers,
  tokens: Tokens,
): Promise<Customers> {
  const own = new Map<string, CustomerConfiguration>();
  for (const [customerId, customer] of customers) {
    const accept = authenticatorOf(customer.platform, tokens);
    if ((await accept(request)) !== undefined) own.set(customerId, customer);
  }
  return own;
}

function authenticatorOf(platform: PlatformCredentials, tokens: Tokens): Authenticator {
  if (platform.method === "hmac")
    return acceptHmac({
      keyOf: (user) => (user === platform.username ? platform.sharedKey : undefined),
    });
  if (platform.method === "oauth")
    return acceptBearer((token) => {
      const clientId = tokens.clientOf(token);
      return clientId === platform.clientId ? clientId : undefined;
    });
  return acceptBasic((user) => (user === platform.username ? platform.password : undefined));
}
