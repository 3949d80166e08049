import type { Tenant } from "@slipway/ats-model";

export interface ReturnAddress {
  readonly customerId: string;
  readonly jobId: number;
  readonly token: string;
}

/** The route of the return page, as the router has it. */
export const returnPath = "/portal/:customerId/jobs/:jobId/assessment";

/** Where a candidate comes back to: the job's page at the portal, ending as recorded ones do in `/assessment?i=1` (PAY). */
export function returnUrlOf(
  { publicBase, customerId }: Pick<Tenant, "publicBase" | "customerId">,
  { jobId, token }: Pick<ReturnAddress, "jobId" | "token">,
): string {
  return `${publicBase}/portal/${customerId}/jobs/${jobId}/assessment?i=1&token=${token}`;
}

/** Reads such an address; undefined for any other, and for one at another tenant's portal. */
export function parseReturnUrl(
  address: string,
  tenant: Pick<Tenant, "publicBase" | "customerId">,
): ReturnAddress | undefined {
  const url = URL.parse(address);
  if (url === null || url.origin !== new URL(tenant.publicBase).origin) return undefined;
  const path = /^\/portal\/([^/]+)\/jobs\/(\d+)\/assessment$/u.exec(url.pathname);
  const token = url.searchParams.get("token");
  if (path?.[1] !== tenant.customerId || token === null) return undefined;
  return { customerId: tenant.customerId, jobId: Number(path[2]), token };
}
