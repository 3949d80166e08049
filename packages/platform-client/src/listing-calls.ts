import type { ApiCalls } from "./lifecycle-calls.ts";
import type { Actor } from "./lifecycle.wire.ts";
import type {
  Listing,
  ListingMove,
  ListingText,
  Marketplace,
  UnsentEvent,
} from "./listing.wire.ts";

/** The calls about listings, and about what was not sent while an integration was held. */
export interface ListingCalls {
  /** What customers see when it is published. */
  readonly saveListingDraft: (
    integrationId: string,
    saved: { readonly draft: ListingText; readonly actor?: Actor },
  ) => Promise<Listing>;
  readonly moveListing: (integrationId: string, move: ListingMove) => Promise<Listing>;
  readonly loadListing: (integrationId: string) => Promise<Listing>;
  readonly viewMarketplace: () => Promise<Marketplace>;
  /** Oldest first. */
  readonly listUnsentEvents: (
    integrationId: string,
    query?: UnsentEventQuery,
  ) => Promise<readonly UnsentEvent[]>;
}

export interface UnsentEventQuery {
  /** Id of the last one that is known. */
  readonly after?: string;
  /** Default 100, at most 999. */
  readonly limit?: number;
}

export function listingCalls({ get, post, put }: ApiCalls): ListingCalls {
  return {
    saveListingDraft: async (id, saved) => put(`${at(id)}/listing`, saved),
    moveListing: async (id, move) => post(`${at(id)}/listing/events`, move),
    loadListing: async (id) => get(`${at(id)}/listing`),
    viewMarketplace: async () => get("/marketplace"),
    listUnsentEvents: async (id, query = {}) => {
      const search = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
      );
      const { unsentEvents } = await get<{ readonly unsentEvents: readonly UnsentEvent[] }>(
        `${at(id)}/unsent-events?${search.toString()}`,
      );
      return unsentEvents;
    },
  };
}

function at(integrationId: string): string {
  return `/integrations/${encodeURIComponent(integrationId)}`;
}
