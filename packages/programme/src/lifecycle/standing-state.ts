/** What a validation earns: the connector type that was proved. Whoever has neither is Non-Standard. */
export type Designation = "prime" | "standard";

/** What stands while an integration is designated. */
interface Designated {
  readonly as: Designation;
  /** The version that was validated. */
  readonly version: number;
  readonly since: string;
}

/** What a revalidation is asked for: a deadline is open for it. */
interface Asked extends Designated {
  readonly deadlineId: string;
}

/**
 * What an integration is in the programme, whatever its versions are doing. Instants are on the installation's clock.
 *
 * - `none`: Non-Standard: never validated.
 * - `designated`: validated, and nothing is asked.
 * - `revalidation-due`: a revalidation is asked; the deadline says by when.
 * - `overdue`: it was not done in time; a person decides.
 * - `suspended`: its calls are refused with 403, by a person, for a reason.
 * - `removed`: it is out of the programme.
 */
export type Standing =
  | { readonly kind: "none" }
  | ({ readonly kind: "designated" } & Designated)
  | ({ readonly kind: "revalidation-due" } & Asked)
  | ({ readonly kind: "overdue" } & Asked)
  | {
      readonly kind: "suspended";
      readonly since: string;
      readonly by: string;
      readonly reason: string;
      /** What it was, and is again when it is reinstated. */
      readonly before: Exclude<Standing, { readonly kind: "suspended" | "removed" }>;
    }
  | { readonly kind: "removed"; readonly at: string; readonly by: string; readonly reason: string };

export type StandingKind = Standing["kind"];

export const standings = [
  "none",
  "designated",
  "revalidation-due",
  "overdue",
  "suspended",
  "removed",
] as const satisfies readonly StandingKind[];

/** What can happen to an integration's standing. */
export const standingEvents = [
  "designate",
  "ask-revalidation",
  "pass-deadline",
  "extend-deadline",
  "suspend",
  "reinstate",
  "remove",
] as const;

export type StandingEvent = (typeof standingEvents)[number];
