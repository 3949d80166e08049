import { customerId, type Tenant, type TenantDirectory } from "@slipway/ats-model";

// Ids of ours are short and plain; anything else in a path names no customer and is not looked up.
const plausible = /^\w{1,64}$/;

/** The tenant that a path or a user names; undefined when there is none. */
export async function tenantNamed(
  tenants: TenantDirectory,
  text: string | undefined,
): Promise<Tenant | undefined> {
  return text === undefined || !plausible.test(text)
    ? undefined
    : tenants.byCustomerId(customerId(text));
}
