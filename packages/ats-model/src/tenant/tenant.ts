import type { CustomerId } from "../noun/profile-ids.ts";
import type { ProfileNoun } from "../noun/profile-noun.ts";
import type { CustomField } from "./custom-field.ts";
import type { LoginGroup } from "./login-group.ts";
import type { ListNode, StatusNode } from "./list-node.ts";
import type { SwitchSettings } from "./vendor-switches.ts";

/** One customer of the imitated ATS: half of a sandbox. */
export interface Tenant {
  readonly customerId: CustomerId;
  readonly sandboxId: string;
  /** Which of the two listeners serves it. */
  readonly region: "a" | "b";
  readonly name: string;
  /** Start of every URL in answers, without a trailing slash: `http://127.0.0.1:8701`. Never taken from `Host`. */
  readonly publicBase: string;
  readonly settings: TenantSettings;
  /** Why every call of the integration is refused; absent while none is. */
  readonly refused?: "suspended" | "removed" | "withdrawn";
  /** Workflows whose next calls a validation makes the ATS refuse; absent or empty: none. */
  readonly disturbedWorkflows?: readonly number[];
}

/** What differs from customer to customer. */
export interface TenantSettings {
  /** Labels that differ from the field table's, by `person.email`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly statuses: readonly StatusNode[];
  /** Nodes by list name: `lists.person.folders`. */
  readonly lists: Readonly<Record<string, readonly ListNode[]>>;
  readonly customFields: readonly CustomField[];
  /** IANA name. For people's eyes only: the wire is UTC throughout (DOC). */
  readonly timeZone: string;
  /** Field ids without which a write is refused. */
  readonly requiredFields: Readonly<Record<ProfileNoun, readonly string[]>>;
  /** Field ids that the API user may not see: absent on read, unknown on write (DOC). */
  readonly hiddenFields: Readonly<Record<ProfileNoun, readonly string[]>>;
  /** Folder nodes whose profiles the API user may not see: found by no search, and 404 by their address (DOC). None when absent. */
  readonly hiddenFolders?: Readonly<Partial<Record<ProfileNoun, readonly string[]>>>;
  /** Field ids that the API user may see and not write. None when absent. */
  readonly readOnlyFields?: Readonly<Partial<Record<ProfileNoun, readonly string[]>>>;
  /** What the members of each group may see and do; a group that is not among them sees all. None when absent. */
  readonly loginGroups?: readonly LoginGroup[];
  /** Requests a day; the vendor's default is 10,000 (DOC). */
  readonly requestQuota: number;
  /** From where the integration user may call, as addresses and CIDR ranges of IPv4 and IPv6 (DOC). From anywhere when absent or empty. */
  readonly callerAddresses?: readonly string[];
  readonly switches: SwitchSettings;
}
