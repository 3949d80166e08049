import { Type } from "typebox";

import { actor } from "../requests/actor.schema.ts";
import { lineOfText } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };

/** A line that may still be empty: what is missing is asked for when the listing is published. */
const line = Type.String({ maxLength: 200, pattern: "^[^\\p{Cc}]*$" });

/** Nothing but a page of the web: whoever reads the marketplace may follow it. */
const webAddress = Type.String({
  maxLength: 2000,
  pattern: "^https?://[^/\\s\\p{Cc}@]+(/[^\\s\\p{Cc}]*)?$",
});

const listingText = Type.Object(
  {
    name: line,
    tagline: line,
    description: Type.String({ maxLength: 4000 }),
    categories: Type.Array(lineOfText, { maxItems: 10 }),
    optionalFeatures: Type.Array(lineOfText, { maxItems: 50 }),
    supportContact: line,
    links: Type.Array(Type.Object({ label: lineOfText, address: webAddress }, closed), {
      maxItems: 20,
    }),
  },
  closed,
);

export const savedListing = Type.Object({ draft: listingText, actor }, closed);

/** An event of a listing. Its removal comes with that of the integration. */
export const listingMove = Type.Object(
  {
    event: Type.Union([
      Type.Literal("publish"),
      Type.Literal("withdraw"),
      Type.Literal("take-down"),
      Type.Literal("put-up"),
    ]),
    actor,
    reason: Type.String({ maxLength: 2000 }),
  },
  closed,
);

export const unsentQuery = Type.Object(
  {
    after: Type.Optional(
      Type.String({ pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" }),
    ),
    limit: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,2}$" })),
  },
  closed,
);
