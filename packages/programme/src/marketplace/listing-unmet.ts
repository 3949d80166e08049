import type { Queries } from "@slipway/database";
import { unreachable } from "@slipway/foundation";
import { missingInListing, type ListingText } from "@slipway/marketplace";

import type { Unmet } from "../lifecycle/guard.ts";
import { listVersions, loadStanding, type StoredVersion } from "../lifecycle/lifecycle.store.ts";
import type { Standing } from "../lifecycle/standing-state.ts";

/** The guards about what would be shown, and about what it may rest on, that do not hold. */
export async function listingUnmet(
  queries: Queries,
  integrationId: string,
  text: ListingText,
): Promise<Unmet> {
  const missing = missingInListing(text);
  const standing = await loadStanding(queries, integrationId);
  const versions = await listVersions(queries, integrationId);
  const obstacle = obstacleIn(standing, versions);
  const isKept = obstacle === undefined || standing.kind === "overdue";
  const features = unvalidated(text, validatedVersion(standing, versions));
  return {
    ...(missing.length === 0 ? {} : { "listing-complete": `without ${missing.join(", ")}` }),
    ...(features.length === 0 ? {} : { "features-validated": `${features.join(", ")} besides` }),
    ...(obstacle === undefined ? {} : { "designation-in-force": obstacle }),
    ...(isKept ? {} : { "designation-kept": obstacle }),
  };
}

/** What keeps a listing from resting on a designation, and what to do about it; undefined when nothing does. */
function obstacleIn(standing: Standing, versions: readonly StoredVersion[]): string | undefined {
  switch (standing.kind) {
    case "designated":
    case "revalidation-due":
      return undefined;
    case "overdue":
      return "a revalidation that is overdue; the programme extends its deadline, or the revalidation is done";
    case "suspended":
    case "removed":
      return `an integration that is ${standing.kind}`;
    case "none": {
      const approved = versions.findLast(({ state }) => state.kind === "approved");
      return approved === undefined
        ? "none: no validation was approved; run it, submit it, and have it approved first"
        : `none: version ${approved.number} was validated, and waits to be designated`;
    }
    default:
      return unreachable(standing);
  }
}

function validatedVersion(
  standing: Standing,
  versions: readonly StoredVersion[],
): StoredVersion | undefined {
  const number = "version" in standing ? standing.version : undefined;
  return versions.find((version) => version.number === number);
}

function unvalidated(
  { optionalFeatures }: ListingText,
  validated: StoredVersion | undefined,
): readonly string[] {
  // Without one, it is the designation that is missing.
  if (validated === undefined) return [];
  const proved = validated.approvedDesign?.optionalFeatures ?? [];
  return optionalFeatures.filter((feature) => !proved.includes(feature));
}
