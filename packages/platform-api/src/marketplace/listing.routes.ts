import type { FastifyInstance } from "fastify";
import type { Static } from "typebox";

import type { Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { listingMove, savedListing, unsentQuery } from "./listing.schema.ts";

interface OfIntegration {
  readonly integrationId: string;
}

const defaultLimit = 100;

/** Listings, and what was not sent while their integrations were held. What anybody may see is served beside the API. */
export function listingRoutes(api: FastifyInstance, programme: Programme): void {
  api.get("/marketplace", async () => programme.viewMarketplace());

  api.get<{ Params: OfIntegration }>("/integrations/:integrationId/listing", async ({ params }) =>
    programme.loadListing(params.integrationId),
  );

  api.put<{ Params: OfIntegration; Body: Static<typeof savedListing> }>(
    "/integrations/:integrationId/listing",
    { schema: { body: savedListing } },
    async (request) => programme.saveListingDraft({ ...request.params, ...acted(request) }),
  );

  api.post<{ Params: OfIntegration; Body: Static<typeof listingMove> }>(
    "/integrations/:integrationId/listing/events",
    { schema: { body: listingMove } },
    async (request) => programme.moveListing({ ...request.params, ...acted(request) }),
  );

  api.get<{ Params: OfIntegration; Querystring: Static<typeof unsentQuery> }>(
    "/integrations/:integrationId/unsent-events",
    { schema: { querystring: unsentQuery } },
    async ({ params, query }) => ({
      unsentEvents: await programme.listUnsentCalls({
        ...params,
        ...(query.after === undefined ? {} : { after: query.after }),
        limit: query.limit === undefined ? defaultLimit : Number(query.limit),
      }),
    }),
  );
}
