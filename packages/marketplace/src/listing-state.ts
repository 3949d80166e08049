/**
 * Where a listing stands. Instants are on the installation's clock.
 *
 * - `drafting`: it was never shown.
 * - `published`: the marketplace shows the text that was published last; the draft may be ahead of it.
 * - `withdrawn`: the partner took it out, and may publish it again.
 * - `taken-down`: the programme took it out; only the programme puts it up again.
 * - `removed`: the integration was removed, and its listing with it.
 */
export type ListingState =
  | { readonly kind: "drafting" }
  | { readonly kind: "published"; readonly since: string }
  | { readonly kind: "withdrawn"; readonly at: string; readonly reason: string }
  | {
      readonly kind: "taken-down";
      readonly at: string;
      readonly by: string;
      readonly reason: string;
    }
  | { readonly kind: "removed"; readonly at: string; readonly reason: string };

export type ListingStateKind = ListingState["kind"];

/** Every state. */
export const listingStates = [
  "drafting",
  "published",
  "withdrawn",
  "taken-down",
  "removed",
] as const satisfies readonly ListingStateKind[];

/** What can happen to a listing. */
export const listingEvents = [
  "save-draft",
  "publish",
  "withdraw",
  "take-down",
  "put-up",
  "remove",
] as const;

export type ListingEvent = (typeof listingEvents)[number];
