/** What the members of a login group of a tenant may see and do, by the ATS API's noun of a profile type. */
export interface LoginGroup {
  readonly name: string;
  readonly isIntegrationUser?: boolean;
  readonly rules: Readonly<Record<string, FieldRules>>;
}

/** Names of fields, of children as `addresses.addresszip`, and of folders by node id. */
export interface FieldRules {
  readonly hidden?: readonly string[];
  readonly readOnly?: readonly string[];
  /** In place of the tenant's own. */
  readonly required?: readonly string[];
  readonly hiddenFolders?: readonly string[];
}

/** A login group to be set: rules of its own, a preset by name, or both. */
export interface LoginGroupSent extends Omit<LoginGroup, "rules"> {
  readonly preset?: string;
  readonly rules?: LoginGroup["rules"];
}
