import type { ListingEvent, ListingStateKind } from "@slipway/marketplace";

import type { Transition } from "../lifecycle/transition.ts";

type Row = Transition<ListingStateKind, ListingEvent>;

const writers = ["partner-developer", "partner-admin", "partner-manager"] as const;
const publishers = ["partner-admin", "partner-manager", "reviewer", "programme-owner"] as const;
const programme = ["partner-manager", "reviewer", "programme-owner"] as const;
const decided = ["reason-given", "other-organisation"] as const;
const shown = ["listing-complete", "features-validated"] as const;
const path = "programme-defined";

/** From the first draft to the marketplace and out of it. Nothing is listed before its validation is approved (REQ-12). */
export const listingTransitions: readonly Row[] = [
  ...(["drafting", "published", "withdrawn", "taken-down"] as const).map((state): Row => ({
    from: state,
    on: "save-draft",
    by: writers,
    to: state,
    path,
  })),
  // Of a published one: the draft takes the place of what is shown.
  ...(["drafting", "published", "withdrawn"] as const).map((from): Row => ({
    from,
    on: "publish",
    by: publishers,
    to: "published",
    path,
    guards: [...shown, "designation-in-force"],
  })),
  {
    from: "published",
    on: "withdraw",
    by: ["partner-admin"],
    to: "withdrawn",
    path,
    guards: ["reason-given"],
  },
  { from: "published", on: "take-down", by: programme, to: "taken-down", path, guards: decided },
  // Also while a revalidation is overdue: what the programme took down it may put up, with a reason.
  {
    from: "taken-down",
    on: "put-up",
    by: programme,
    to: "published",
    path,
    guards: [...decided, ...shown, "designation-kept"],
  },
  // Comes with the removal of the integration, and by no other way.
  ...(["drafting", "published", "withdrawn", "taken-down"] as const).map((from): Row => ({
    from,
    on: "remove",
    by: ["programme-owner"],
    to: "removed",
    path,
  })),
];
