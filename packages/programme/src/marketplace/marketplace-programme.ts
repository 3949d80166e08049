import type { StoredListing } from "@slipway/marketplace";

import type { UnsentCall, UnsentQuery } from "../deliveries/list-unsent-calls.ts";
import type { Marketplace } from "./marketplace.ts";
import type { MoveListing, SaveListingDraft } from "./move-listing.ts";

/** What the programme does with listings, and with what it kept from partners that it holds. */
export interface MarketplaceProgramme {
  /** Saves what a listing is to say; customers see it when it is published. */
  readonly saveListingDraft: (input: SaveListingDraft) => Promise<StoredListing>;
  /** Publishes it, takes it out, puts it up again; `LIFECYCLE-REFUSED` says what is missing. */
  readonly moveListing: (move: MoveListing) => Promise<StoredListing>;
  readonly loadListing: (integrationId: string) => Promise<StoredListing>;
  /** What anybody sees. */
  readonly viewMarketplace: () => Promise<Marketplace>;
  /** Events, orders and cancellations that were not sent because the integration was suspended or removed, oldest first. */
  readonly listUnsentCalls: (query: UnsentQuery) => Promise<readonly UnsentCall[]>;
}
