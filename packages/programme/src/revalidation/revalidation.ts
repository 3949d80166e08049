import type { Actor } from "../lifecycle/actor.ts";

/**
 * What an integration has to prove again, and why.
 *
 * - `report`: a report of non-adherence was upheld. `release`: a mandatory feature was released. `declared-change`: the partner
 *   declared a change. `developer-support`: a reviewer asks for it. These are asked: each has a deadline of its own, and the
 *   designation is lost without them.
 * - `partner`: the partner begins one by itself. Nobody asks for it, so that it has no deadline, and the standing stays.
 */
export type RevalidationCause =
  | { readonly cause: "report"; readonly reportId: string }
  | { readonly cause: "release"; readonly releaseId: string }
  | { readonly cause: "declared-change" | "developer-support" | "partner" };

/** Where a revalidation stands. */
export type RevalidationState =
  | { readonly state: "open" }
  | ({
      readonly state: "completed";
      /** The version whose validation completed it. */
      readonly version: number;
    } & Ended)
  | ({ readonly state: "withdrawn" } & Ended);

interface Ended {
  readonly endedBy: Actor;
  readonly endedAt: Date;
  readonly reason: string;
}

export interface RevalidationHead {
  readonly id: string;
  readonly integrationId: string;
  /** What it is for, as the partner is told. */
  readonly subject: string;
  /** Missing where nobody asks. */
  readonly deadlineId: string | undefined;
  /** The newest version that was validated when it was opened: a later one has to be validated for it. */
  readonly validatedVersion: number;
  readonly openedBy: Actor;
  readonly openedAt: Date;
}

/** A revalidation from its opening to the designation that follows from it, or until it is taken back. */
export type Revalidation = RevalidationHead & RevalidationCause & RevalidationState;
