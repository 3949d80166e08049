import type { StandingEvent, StandingKind } from "./standing-state.ts";
import type { Transition } from "./transition.ts";

type Row = Transition<StandingKind, StandingEvent>;

const owner = ["programme-owner"] as const;
const reviewers = ["reviewer", "programme-owner"] as const;
const decided = ["reason-given", "other-organisation"] as const;

/** Designation, revalidation, suspension and removal. No row takes anything from anybody but by a person, for a reason. */
export const standingTransitions: readonly Row[] = [
  ...(["none", "designated"] as const).map((from): Row => ({
    from,
    on: "designate",
    by: reviewers,
    to: "designated",
    guards: [...decided, "validation-approved"],
  })),
  ...(["revalidation-due", "overdue"] as const).map((from): Row => ({
    from,
    on: "designate",
    by: reviewers,
    to: "designated",
    guards: [...decided, "validation-approved", "revalidation-approved"],
  })),
  // Several may be asked at once; what is overdue stays so.
  ...(
    [
      ["designated", "revalidation-due"],
      ["revalidation-due", "revalidation-due"],
      ["overdue", "overdue"],
    ] as const
  ).map(([from, to]): Row => ({
    from,
    on: "ask-revalidation",
    // A partner asks by declaring a change.
    by: [...reviewers, "partner-admin"],
    to,
    guards: ["reason-given"],
  })),
  // The clock of another deadline started, and that one is due first.
  { from: "revalidation-due", on: "start-deadline", by: ["clock"], to: "revalidation-due" },
  { from: "revalidation-due", on: "pass-deadline", by: ["clock"], to: "overdue" },
  ...(
    [
      ["revalidation-due", "revalidation-due"],
      ["overdue", "revalidation-due"],
      // Another one is overdue still.
      ["overdue", "overdue"],
    ] as const
  ).map(([from, to]): Row => ({
    from,
    on: "extend-deadline",
    by: reviewers,
    to,
    guards: decided,
  })),
  // What is asked besides stays asked.
  ...(
    [
      ["revalidation-due", "designated"],
      ["revalidation-due", "revalidation-due"],
      ["overdue", "designated"],
      ["overdue", "revalidation-due"],
      ["overdue", "overdue"],
    ] as const
  ).map(([from, to]): Row => ({
    from,
    on: "withdraw-revalidation",
    by: reviewers,
    to,
    guards: decided,
  })),
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
