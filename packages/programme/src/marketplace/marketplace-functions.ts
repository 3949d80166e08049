import { listUnsentCalls } from "../deliveries/list-unsent-calls.ts";
import type { ProgrammeParts } from "../programme-parts.ts";
import type { MarketplaceProgramme } from "./marketplace-programme.ts";
import { loadListing, moveListing, saveListingDraft } from "./move-listing.ts";
import { viewMarketplace } from "./view-marketplace.ts";

/** The programme's functions about listings and unsent calls. */
export function marketplaceFunctions(parts: ProgrammeParts): MarketplaceProgramme {
  const { queries } = parts.database;
  return {
    saveListingDraft: async (input) => saveListingDraft(parts, input),
    moveListing: async (move) => moveListing(parts, move),
    loadListing: async (integrationId) => loadListing(queries, integrationId),
    viewMarketplace: async () => viewMarketplace(parts),
    listUnsentCalls: async (query) => listUnsentCalls(queries, query),
  };
}
