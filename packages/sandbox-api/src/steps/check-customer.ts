import { customerId, tenantSeenBy, type Tenant, type TenantDirectory } from "@slipway/ats-model";
import type { Region } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";

import { unknownCustomer } from "../call/sandbox.problems.ts";
import type { Session } from "../call/session.ts";
import type { Step } from "../call/steps-of.ts";
import type { ApiUser } from "../credentials/api-user.ts";
import { wrongCredentials } from "../credentials/credentials.problems.ts";
import type { PresentedCredentials } from "../credentials/presented-credentials.ts";

export interface CustomerCheck {
  readonly region: Region;
  readonly tenants: TenantDirectory;
  readonly clockOf: (tenant: Tenant) => Clock;
}

/** The customer in the path must be the user's own, and of this region. */
export function checkCustomer({
  region,
  tenants,
  clockOf,
}: CustomerCheck): Step<
  { readonly presented: PresentedCredentials; readonly users: readonly ApiUser[] },
  { readonly session: Session }
> {
  return async ({ arrival, presented, users, notes }) => {
    const user = users.find((one) => one.customerId === arrival.params.customer);
    if (user === undefined) throw unknownCustomer();
    const tenant = await tenants.byCustomerId(customerId(user.customerId));
    if (tenant?.region !== region) throw unknownCustomer();
    const clock = clockOf(tenant);
    if (user.expiresAt !== undefined && user.expiresAt <= clock.now()) {
      const { switches } = tenant.settings;
      throw wrongCredentials({ scheme: presented.scheme, switches });
    }
    const session: Session = { tenant: tenantSeenBy(tenant, user.loginGroup), user, clock };
    notes.session = session;
    return { session };
  };
}
