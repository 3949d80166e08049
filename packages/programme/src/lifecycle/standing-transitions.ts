import type { StandingEvent, StandingKind } from "./standing-state.ts";
import type { Transition } from "./transition.ts";

type Row = Transition<StandingKind, StandingEvent>;

const owner = ["programme-owner"] as const;
const reviewers = ["reviewer", "programme-owner"] as const;
const decided = ["reason-given", "other-organisation"] as const;

/** Designation, revalidation, suspension and removal. No row takes anything from anybody but by a person, for a reason. */
export const standingTransitions: readonly Row[] = [
  ...(["none", "designated", "revalidation-due", "overdue"] as const).map((from): Row => ({
    from,
    on: "designate",
    by: reviewers,
    to: "designated",
    guards: [...decided, "validation-approved"],
  })),
  {
    from: "designated",
    on: "ask-revalidation",
    // A partner may begin one by itself.
    by: [...reviewers, "partner-admin"],
    to: "revalidation-due",
    guards: ["reason-given"],
  },
  { from: "revalidation-due", on: "pass-deadline", by: ["clock"], to: "overdue" },
  {
    from: "overdue",
    on: "extend-deadline",
    by: reviewers,
    to: "revalidation-due",
    guards: decided,
  },
  ...(["none", "designated", "revalidation-due", "overdue"] as const).map((from): Row => ({
    from,
    on: "suspend",
    by: owner,
    to: "suspended",
    guards: decided,
  })),
  // It is again what it was before; see `Standing`.
  ...(["none", "designated", "revalidation-due", "overdue"] as const).map((to): Row => ({
    from: "suspended",
    on: "reinstate",
    by: owner,
    to,
    guards: decided,
  })),
  ...(["none", "designated", "revalidation-due", "overdue", "suspended"] as const).map(
    (from): Row => ({ from, on: "remove", by: owner, to: "removed", guards: decided }),
  ),
];
