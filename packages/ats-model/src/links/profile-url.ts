import type { Tenant } from "../tenant/tenant.ts";

/** What an address is built from. */
export type TenantAddress = Pick<Tenant, "customerId" | "publicBase">;

/** `{publicBase}/customers/{customerId}`, without a trailing slash. */
export function customerUrl({ customerId, publicBase }: TenantAddress): string {
  return `${publicBase}/customers/${customerId}`;
}

/** The absolute address of a profile, from the tenant's configured public base (DOC). The noun may be one outside our model. */
export function profileUrl(tenant: TenantAddress, noun: string, id: number): string {
  return `${customerUrl(tenant)}/${noun}/${id}`;
}

/** The absolute address of a collection entry, the target of `joblocation.address` (PAY). */
export function entryUrl(profileAddress: string, collection: string, entry: number): string {
  return `${profileAddress}/fields/${collection}/${entry}`;
}
