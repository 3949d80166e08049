import type { Queries, Row, Transaction } from "@slipway/database";

import type { ListingState } from "./listing-state.ts";
import type { ListingText } from "./listing-text.ts";

/** The listing of an integration as it is stored. */
export interface StoredListing {
  readonly integrationId: string;
  readonly state: ListingState;
  readonly draft: ListingText;
  /** As it was published last; undefined before that. */
  readonly published: ListingText | undefined;
}

/** Undefined where no draft was saved yet. */
export async function findListing(
  queries: Queries,
  integrationId: string,
): Promise<StoredListing | undefined> {
  const row = await queries
    .selectFrom("listing")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .executeTakeFirst();
  return row && listingOf(row);
}

/** The same, held until the transaction ends. */
export async function lockListing(
  tx: Transaction,
  integrationId: string,
): Promise<StoredListing | undefined> {
  const row = await tx
    .selectFrom("listing")
    .selectAll()
    .where("integration_id", "=", integrationId)
    .forUpdate()
    .executeTakeFirst();
  return row && listingOf(row);
}

/** Puts it in place of the one before, or makes it. */
export async function saveListing(tx: Transaction, listing: StoredListing): Promise<void> {
  const { kind, ...facts } = listing.state;
  const columns = {
    state: kind,
    facts: JSON.stringify(facts),
    draft: JSON.stringify(listing.draft),
    published: listing.published === undefined ? null : JSON.stringify(listing.published),
  };
  await tx
    .insertInto("listing")
    .values({ integration_id: listing.integrationId, ...columns })
    .onConflict((conflict) => conflict.column("integration_id").doUpdateSet(columns))
    .execute();
}

/** Those that are up now, in no order. */
export async function publishedListings(
  queries: Queries,
): Promise<readonly (StoredListing & { readonly published: ListingText })[]> {
  const rows = await queries
    .selectFrom("listing")
    .selectAll()
    .where("state", "=", "published")
    .execute();
  return rows.map(listingOf).flatMap((listing) => {
    const { published } = listing;
    return published === undefined ? [] : [{ ...listing, published }];
  });
}

function listingOf(row: Row<"listing">): StoredListing {
  return {
    integrationId: row.integration_id,
    // All three were written by `saveListing` from the same types.
    state: { kind: row.state, ...row.facts } as unknown as ListingState,
    draft: row.draft as unknown as ListingText,
    published: (row.published ?? undefined) as unknown as ListingText | undefined,
  };
}
