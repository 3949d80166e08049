/** `initial`: the first of an integration. `revalidation`: any after it was designated. */
export type ValidationKind = "initial" | "revalidation";

/**
 * Where a version of an integration stands on its way from design to decision. Instants are on the installation's clock.
 *
 * - `drafting`: the design is being written.
 * - `in-review`: Developer Support reads it.
 * - `changes-asked`: it went back to the partner, with a reason.
 * - `building`: the design is approved; the sandbox is open, and the pack named is what has to be proved.
 * - `submitted`: the partner said "ready"; everything is frozen.
 * - `corrections-asked`: the validation was not approved; the partner may build on and submit again.
 * - `approved`: validated; the designation follows from it.
 * - `live`: customer-specific: works on the customer's own tenant.
 * - `replaced`, `declined`, `withdrawn`: ended.
 */
export type VersionState =
  | { readonly kind: "drafting" }
  | { readonly kind: "in-review"; readonly submittedAt: string }
  | { readonly kind: "changes-asked"; readonly askedAt: string; readonly reason: string }
  | { readonly kind: "building"; readonly approvedAt: string; readonly packVersion: string }
  | {
      readonly kind: "submitted";
      readonly submittedAt: string;
      readonly packVersion: string;
      readonly validation: ValidationKind;
      readonly runId: string;
      /** Who confirmed manifest, sheet and that nothing is hard-coded. */
      readonly confirmedBy: string;
    }
  | {
      readonly kind: "corrections-asked";
      readonly askedAt: string;
      readonly packVersion: string;
      readonly reason: string;
    }
  | {
      readonly kind: "approved";
      readonly approvedAt: string;
      readonly packVersion: string;
      readonly validation: ValidationKind;
      readonly runId: string;
    }
  | { readonly kind: "live"; readonly since: string }
  | { readonly kind: "replaced"; readonly at: string; readonly by: number }
  | { readonly kind: "declined"; readonly at: string; readonly reason: string }
  | { readonly kind: "withdrawn"; readonly at: string; readonly reason: string };

export type VersionStateKind = VersionState["kind"];

/** Every state, in the order of a version's life. */
export const versionStates = [
  "drafting",
  "in-review",
  "changes-asked",
  "building",
  "submitted",
  "corrections-asked",
  "approved",
  "live",
  "replaced",
  "declined",
  "withdrawn",
] as const satisfies readonly VersionStateKind[];

/** What can happen to a version. */
export const versionEvents = [
  "submit-design",
  "ask-changes",
  "approve-design",
  "decline-design",
  "change-design",
  "submit-validation",
  "withdraw-submission",
  "approve-validation",
  "decline-validation",
  "replace",
  "withdraw",
] as const;

export type VersionEvent = (typeof versionEvents)[number];
