import { customerId } from "@slipway/ats-model";
import type { Database } from "@slipway/database";

import type { Session } from "../../call/session.ts";
import type { Step } from "../../call/steps-of.ts";
import { digestSecret } from "../../credentials/digest-secret.ts";
import { isSameDigest } from "../../credentials/is-same-digest.ts";
import { loadClientUser } from "../../credentials/load-credentials.ts";
import type { CustomerCheck } from "../../steps/check-customer.ts";
import type { TokenRequest } from "./parse-token-request.ts";
import type { TokenThrottle } from "./token-throttle.ts";
import { tooManyTokens, wrongClient } from "./token.problems.ts";

export interface ClientParts extends CustomerCheck {
  readonly database: Pick<Database, "queries">;
  readonly throttle: TokenThrottle;
}

/** The client that asks, its secret proven, and the tenant whose user it stands for. Requests with a wrong secret count as well. */
export function loadClient({
  database,
  throttle,
  region,
  tenants,
  clockOf,
}: ClientParts): Step<{ readonly asked: TokenRequest }, { readonly session: Session }> {
  return async ({ asked, notes }) => {
    const { clientId, clientSecret } = asked;
    // PostgreSQL takes no NUL in a text: no such client can exist.
    const client = clientId.includes("\0")
      ? undefined
      : await loadClientUser(database.queries, clientId);
    if (client === undefined) throw wrongClient();
    const { user } = client;
    const tenant = await tenants.byCustomerId(customerId(user.customerId));
    if (tenant?.region !== region) throw wrongClient();
    notes.meantFor = tenant.customerId;
    const clock = clockOf(tenant);
    const isLimited = tenant.settings.switches.tokenRequestLimit !== "none";
    const wait = throttle.count(clientId, clock.now());
    if (isLimited && wait !== undefined) throw tooManyTokens(wait);
    const hasEnded = user.expiresAt !== undefined && user.expiresAt <= clock.now();
    if (hasEnded || !isSameDigest(client.digest, digestSecret(clientSecret))) throw wrongClient();
    const session: Session = { tenant, user, clock };
    notes.session = session;
    return { session };
  };
}
