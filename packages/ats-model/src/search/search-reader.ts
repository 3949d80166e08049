import type { Tenant } from "../tenant/tenant.ts";

/** What reading a search needs: the tenant's fields and lists, and the time on its clock, for dates relative to today. */
export interface SearchReader extends Pick<Tenant, "settings"> {
  readonly now: Date;
}
