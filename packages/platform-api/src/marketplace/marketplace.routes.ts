import type { FastifyInstance, FastifyReply } from "fastify";

import type { Programme } from "@slipway/programme";

import { openly, pagePolicy } from "../verification/openly.ts";
import { renderMarketplace } from "./render-marketplace.ts";

/** The marketplace, for anybody: a page, and the same as JSON. */
export function marketplaceRoutes(app: FastifyInstance, programme: Programme): void {
  app.get("/marketplace", async (request, reply) => {
    const answer = openly(reply).header("vary", "accept");
    return asksForJson(request.headers.accept)
      ? sendJson(answer, programme)
      : answer
          .type("text/html; charset=utf-8")
          .header("content-security-policy", pagePolicy)
          .send(renderMarketplace(await programme.viewMarketplace()));
  });

  app.get("/marketplace.json", async (_request, reply) => sendJson(openly(reply), programme));
}

async function sendJson(reply: FastifyReply, programme: Programme): Promise<FastifyReply> {
  const { at, listings } = await programme.viewMarketplace();
  return reply.send({
    format: "slipway-marketplace/1",
    at,
    listings: listings.map((listing) => ({
      ...listing,
      /** What holds now; null where nothing does. */
      designationInForce: listing.designationInForce ?? null,
      verification: `/verify/${listing.integrationId}`,
    })),
  });
}

/** Browsers ask for HTML; whoever names JSON and no HTML gets JSON. */
function asksForJson(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes("application/json") && !accept.includes("html");
}
