import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import type { Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { actor } from "../requests/actor.schema.ts";
import { askedOf } from "../access/asked-of.ts";
import { ofIntegration } from "../requests/of-integration.ts";
import { lineOfText, mailAddress, paragraph } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };
const asking = Type.Object({ subject: paragraph, reason: lineOfText, actor }, closed);
const declaredChange = Type.Object({ change: paragraph, actor }, closed);
const withdrawal = Type.Object({ reason: lineOfText, actor }, closed);
const newContact = Type.Object({ contact: mailAddress, actor }, closed);

interface OfIntegration {
  readonly integrationId: string;
}

/** Revalidations, the changes that partners declare, and who is told. */
export function revalidationRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Querystring: Static<typeof ofIntegration> }>(
    "/revalidations",
    { schema: { querystring: ofIntegration } },
    async (request) => ({ revalidations: await programme.listRevalidations(askedOf(request)) }),
  );

  api.post<{ Params: OfIntegration; Body: Static<typeof asking> }>(
    "/integrations/:integrationId/revalidations",
    { schema: { body: asking } },
    async (request, reply) =>
      reply
        .code(201)
        .send(await programme.askRevalidation({ ...request.params, ...acted(request) })),
  );

  api.post<{ Params: OfIntegration; Body: Static<typeof declaredChange> }>(
    "/integrations/:integrationId/declared-changes",
    { schema: { body: declaredChange } },
    async (request, reply) =>
      reply.code(201).send(await programme.declareChange({ ...request.params, ...acted(request) })),
  );

  api.post<{ Params: { revalidationId: string }; Body: Static<typeof withdrawal> }>(
    "/revalidations/:revalidationId/withdraw",
    { schema: { body: withdrawal } },
    async (request) =>
      programme.withdrawRevalidation({ id: request.params.revalidationId, ...acted(request) }),
  );

  api.put<{ Params: OfIntegration; Body: Static<typeof newContact> }>(
    "/integrations/:integrationId/contact",
    { schema: { body: newContact } },
    async (request) => programme.changeContact({ ...request.params, ...acted(request) }),
  );
}
