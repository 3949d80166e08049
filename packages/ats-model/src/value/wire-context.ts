import type { StoredAddressLink } from "../field/stored-value.ts";
import type { ProfileRef } from "../noun/profile-ref.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** What reading needs besides the value: whose lists and addresses, whose profile, and the texts of linked profiles. */
export interface WireContext {
  readonly tenant: Tenant;
  /** The profile that the value belongs to; file addresses are built from it. */
  readonly owner: ProfileRef;
  /** The display text of a linked profile, by URL noun and id; undefined leaves `value` out. `linkTargetsOf` says which are needed. */
  readonly linkText: (target: string, id: number) => string | undefined;
  /** The formatted text of a linked address; undefined leaves `value` out. */
  readonly addressText: (link: StoredAddressLink) => string | undefined;
}

/** What writing needs besides the JSON: the tenant's lists, fields and switches. */
export interface WriteContext extends Pick<WireContext, "tenant"> {
  /** The company that has the address entry, for links that name the entry alone. */
  readonly companyOfAddress?: (entry: number) => number | undefined;
}
