export { compareListings, type PlacedListing } from "./compare-listings.ts";
export {
  listingEvents,
  listingStates,
  type ListingEvent,
  type ListingState,
  type ListingStateKind,
} from "./listing-state.ts";
export { missingInListing, type ListingLink, type ListingText } from "./listing-text.ts";
export {
  findListing,
  lockListing,
  publishedListings,
  saveListing,
  type StoredListing,
} from "./listing.store.ts";
