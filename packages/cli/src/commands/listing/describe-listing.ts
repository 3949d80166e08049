import type { ListedIntegration, Listing, Marketplace } from "@slipway/platform-client";

import { textTable } from "../../text-table.ts";
import { stateText } from "../integration/describe-lifecycle.ts";

/** A listing, with how far its draft is ahead of what customers see. */
export function describeListing({ integrationId, state, draft, published }: Listing): string {
  const isAhead = state.kind === "published" && JSON.stringify(draft) !== JSON.stringify(published);
  return [
    `Listing of integration ${integrationId}: ${stateText(state)}`,
    `  "${draft.name}": ${draft.tagline}`,
    ...(isAhead ? ["  The draft is not published yet: customers see the one before."] : []),
  ].join("\n");
}

/** The marketplace in its order. */
export function describeMarketplace({ listings }: Marketplace): string {
  if (listings.length === 0) return "Nothing is listed.";
  return textTable([
    ["place", "name", "designation", "validated", "integration"],
    ...listings.map((listing, index) => [
      String(index + 1),
      listing.name,
      designationText(listing),
      listing.validatedAt.slice(0, 10),
      listing.integrationId,
    ]),
  ]);
}

function designationText({ isAvailable, designationInForce, standing }: ListedIntegration): string {
  if (!isAvailable) return `not available: ${standing.kind}`;
  return designationInForce ?? `none: ${standing.kind}`;
}
