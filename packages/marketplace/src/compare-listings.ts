/** What decides about a listing's place. */
export interface PlacedListing {
  /** That is in force now; undefined: Non-Standard. */
  readonly designation: "prime" | "standard" | undefined;
  /** When a version of it was validated last. */
  readonly validatedAt: Date;
  readonly name: string;
  /** Of the integration. */
  readonly integrationId: string;
}

/**
 * The order of the marketplace, for `toSorted`: Prime before Standard before Non-Standard, then whoever was validated last, then
 * the name. No two integrations are equal in it, and it is the same in every language and on every machine.
 */
export function compareListings(left: PlacedListing, right: PlacedListing): number {
  const comparisons = [
    rankOf(left) - rankOf(right),
    right.validatedAt.getTime() - left.validatedAt.getTime(),
    compareText(spelled(left.name), spelled(right.name)),
    compareText(left.name, right.name),
    compareText(left.integrationId, right.integrationId),
  ];
  return comparisons.find((one) => one !== 0) ?? 0;
}

function rankOf({ designation }: PlacedListing): number {
  if (designation === "prime") return 0;
  return designation === "standard" ? 1 : 2;
}

/** Capitals and ways of composing a letter decide only between names that are the same otherwise. */
function spelled(name: string): string {
  return name.normalize("NFKD").toLowerCase();
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
