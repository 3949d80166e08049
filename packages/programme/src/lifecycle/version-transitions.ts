import type { Transition } from "./transition.ts";
import type { VersionEvent, VersionStateKind } from "./version-state.ts";

const builders = [
  "partner-developer",
  "partner-admin",
  "customer-admin",
  "customer-developer",
] as const;
const reviewers = ["reviewer", "programme-owner"] as const;
const decided = ["reason-given", "other-organisation"] as const;

type Row = Transition<VersionStateKind, VersionEvent>;

/** From the first design to a decision, version by version. Nothing happens but what stands here. */
export const versionTransitions: readonly Row[] = [
  {
    from: "drafting",
    on: "submit-design",
    by: builders,
    to: "in-review",
    guards: ["design-complete"],
  },
  {
    from: "changes-asked",
    on: "submit-design",
    by: builders,
    to: "in-review",
    guards: ["design-complete"],
  },
  { from: "in-review", on: "ask-changes", by: reviewers, to: "changes-asked", guards: decided },
  { from: "in-review", on: "decline-design", by: reviewers, to: "declined", guards: decided },
  {
    from: "in-review",
    on: "approve-design",
    path: "programme-defined",
    by: reviewers,
    to: "building",
    guards: [...decided, "no-open-item"],
  },
  {
    from: "in-review",
    on: "approve-design",
    path: "customer-specific",
    by: reviewers,
    to: "live",
    guards: [...decided, "no-open-item"],
  },
  // What was approved is no longer what is built: it is looked at again, beside what was approved.
  {
    from: "building",
    on: "change-design",
    by: builders,
    to: "in-review",
    guards: ["design-complete"],
  },
  {
    from: "corrections-asked",
    on: "change-design",
    by: builders,
    to: "in-review",
    guards: ["design-complete"],
  },
  { from: "live", on: "change-design", by: builders, to: "in-review", guards: ["design-complete"] },
  ...(["building", "corrections-asked"] as const).map((from): Row => ({
    from,
    on: "submit-validation",
    by: ["partner-admin"],
    to: "submitted",
    guards: ["run-passed", "statement-confirmed", "newest-pack"],
  })),
  { from: "submitted", on: "withdraw-submission", by: ["partner-admin"], to: "building" },
  {
    from: "submitted",
    on: "approve-validation",
    by: reviewers,
    to: "approved",
    guards: [...decided, "run-passed", "no-open-item"],
  },
  {
    from: "submitted",
    on: "decline-validation",
    by: reviewers,
    to: "corrections-asked",
    guards: decided,
  },
  { from: "approved", on: "replace", by: reviewers, to: "replaced", guards: ["reason-given"] },
  ...(
    [
      "drafting",
      "in-review",
      "changes-asked",
      "building",
      "submitted",
      "corrections-asked",
      "live",
    ] as const
  ).map((from): Row => ({
    from,
    on: "withdraw",
    by: [...builders, "programme-owner"],
    to: "withdrawn",
    guards: ["reason-given"],
  })),
];
