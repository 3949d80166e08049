/** What a validation earns: the connector type that was proved. Whoever has neither is Non-Standard. */
export type Designation = "prime" | "standard";

/** What stands while an integration is designated. */
interface Designated {
  readonly as: Designation;
  /** The version that was validated. */
  readonly version: number;
  readonly since: string;
}

/** What a revalidation is asked for. */
interface Asked extends Designated {
  /** Of the deadlines that are open for it the one that is due first. */
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
  "start-deadline",
  "pass-deadline",
  "extend-deadline",
  "withdraw-revalidation",
  "suspend",
  "reinstate",
  "remove",
] as const;

export type StandingEvent = (typeof standingEvents)[number];

/** Those after which another deadline may be the one that is due first. */
export const deadlineEvents = [
  "ask-revalidation",
  "start-deadline",
  "pass-deadline",
  "extend-deadline",
  "withdraw-revalidation",
] as const satisfies readonly StandingEvent[];

export type DeadlineEvent = (typeof deadlineEvents)[number];

/** What is asked of an integration by the deadlines that are open for its revalidations. */
export type AskedNow =
  | { readonly kind: "nothing" }
  | { readonly kind: "revalidation-due" | "overdue"; readonly deadlineId: string };
