import { Type } from "typebox";

import { at, count, named, oneOf, state, text, texts } from "./shapes.ts";

const words = {
  name: text,
  tagline: text,
  description: text,
  categories: texts,
  optionalFeatures: texts,
  supportContact: text,
  links: Type.Array(Type.Object({ label: text, address: text })),
};

const designation = oneOf("prime", "standard");

/** Listings, the marketplace, and calls that were not made while an integration was held. */
export const listingAnswers = {
  ListingText: Type.Object(words),
  ListingState: state({
    drafting: {},
    published: { since: at },
    withdrawn: { at, reason: text },
    "taken-down": { at, by: text, reason: text },
    removed: { at, reason: text },
  }),
  Listing: Type.Object({
    integrationId: text,
    state: named("ListingState"),
    draft: named("ListingText"),
    published: Type.Optional(named("ListingText")),
  }),
  PublicStanding: state({
    "in-force": {},
    "revalidation-due": { dueAt: Type.Optional(at) },
    overdue: { dueAt: Type.Optional(at) },
    suspended: { since: at },
    removed: { since: at },
  }),
  MarketplaceListing: Type.Object({
    ...words,
    integrationId: text,
    organisation: text,
    framework: text,
    designation,
    designationInForce: Type.Optional(designation),
    standing: named("PublicStanding"),
    isAvailable: Type.Boolean(),
    version: count,
    validatedAt: at,
  }),
  Marketplace: Type.Object({ at, listings: Type.Array(named("MarketplaceListing")) }),
  EventNotSent: Type.Object({
    id: text,
    customerId: text,
    kind: oneOf("event", "order", "cancel"),
    eventType: Type.Optional(text),
    why: oneOf("integration suspended", "integration removed"),
    references: Type.Object({
      personId: Type.Optional(count),
      jobId: Type.Optional(count),
      workflowId: Type.Optional(count),
      orderId: Type.Optional(text),
    }),
    raisedAt: at,
  }),
  UnsentEventList: Type.Object({ unsentEvents: Type.Array(named("EventNotSent")) }),
};
