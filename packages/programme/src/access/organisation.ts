import type { Role } from "../lifecycle/actor.ts";

/** Of which kinds organisations are. There is one of the kind `programme`: Developer Support's own. */
export const organisationKinds = ["programme", "partner", "customer"] as const;

export type OrganisationKind = (typeof organisationKinds)[number];

/** Whoever has people and integrations here. Its name is what integrations and history know it by. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** Null: there from the start, as the programme's own. */
  readonly createdAt: Date | null;
}

/** Roles of people; `clock` is nobody's. */
export type AccountRole = Exclude<Role, "clock">;

/** Which roles the people of an organisation can have. */
export const rolesOfKind: Readonly<Record<OrganisationKind, readonly AccountRole[]>> = {
  programme: ["reviewer", "partner-manager", "programme-owner", "operator"],
  partner: ["partner-developer", "partner-admin"],
  customer: ["customer-developer", "customer-admin"],
};

/** Names that integrations carry without there being such an organisation. */
export const reservedNames: ReadonlySet<string> = new Set(["unnamed"]);
