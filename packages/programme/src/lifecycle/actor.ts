/** Who may act in the programme, and as what. */
export const roles = [
  "partner-developer",
  "partner-admin",
  "customer-admin",
  "customer-developer",
  "customer-admin",
  "reviewer",
  "partner-manager",
  "programme-owner",
  "operator",
  "clock",
] as const;

export type Role = (typeof roles)[number];

/** The organisation of Developer Support and the programme's owners. */
export const programmeOrganisation = "programme";

/** Who does something; stays on record with what was done. `clock`: nobody, time did. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  /** Of the person; the programme's own is `programme`. */
  readonly organisation: string;
  /** Whoever had the installation's token did it in this name. */
  readonly by?: "operator";
}
