import type { CustomerId } from "../noun/profile-ids.ts";
import type { Tenant } from "./tenant.ts";

/** Where tenants are looked up. */
export interface TenantDirectory {
  /** The tenant, or undefined when no such customer exists. */
  readonly byCustomerId: (customerId: CustomerId) => Promise<Tenant | undefined>;
}
