/**
 * One field of one profile that an exchange read or wrote. A collection's child is `collection.child`
 * (`assessmentresults.assessmentscore`).
 */
export interface FieldAccess {
  /** The vendor's URL noun: `people`, `jobs`, `companies`, `applicantworkflows`. */
  readonly noun: string;
  /** Undefined where the request named no profile (a search filter, a create that was refused). */
  readonly profileId?: number;
  readonly field: string;
  readonly how: FieldUse;
}

/**
 * - `requested`: named in `fields=`, in a single-field path or in a filter; counts as read even when it was empty.
 * - `delivered`: named and in the answer.
 * - `delivered-by-default`: in the answer only because the request named no fields.
 * - `written`: sent and accepted. `write-refused`: sent and refused.
 */
export type FieldUse =
  | "requested"
  | "delivered"
  | "delivered-by-default"
  | "written"
  | "write-refused";
