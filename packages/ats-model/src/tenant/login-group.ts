import type { ProfileNoun } from "../noun/profile-noun.ts";

/** What the members of a login group may see and do, by type of profile. */
export interface LoginGroup {
  /** As a credential names it: `Integration User`. */
  readonly name: string;
  /** Whether its members count as integration users, who alone may search (DOC). The group of that name always does. */
  readonly isIntegrationUser?: boolean;
  readonly rules: LoginGroupRules;
}

export type LoginGroupRules = Readonly<Partial<Record<ProfileNoun, FieldRules>>>;

/** Field rules of one type. A child of a collection is named with it: `addresses.addresszip`. */
export interface FieldRules {
  /** Absent wherever fields are read, written or searched (DOC). */
  readonly hidden?: readonly string[];
  /** Seen, and not to be written. */
  readonly readOnly?: readonly string[];
  /** Without these a write is refused (3P). Takes the place of the tenant's own list, so that a group can be freed of it. */
  readonly required?: readonly string[];
  /** Folder nodes whose profiles are found by no search and by no address (DOC). */
  readonly hiddenFolders?: readonly string[];
}

/** The group whose members may search (DOC), and in which new credentials are. */
export const integrationUserGroup = "Integration User";

/** Rules that tenants are known to have, by name. */
export const loginGroupPresets = {
  /** A sandbox that partners share: workflows do not tell their person until somebody changes that (PAY). */
  "shared-partner-sandbox": { applicantworkflows: { hidden: ["associatedprofile"] } },
} as const satisfies Readonly<Record<string, LoginGroupRules>>;
