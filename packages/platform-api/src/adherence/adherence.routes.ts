import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { adherenceDecisions, type Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { actor } from "../requests/actor.schema.ts";
import { askedOf } from "../access/asked-of.ts";
import { ofIntegration } from "../requests/of-integration.ts";
import { lineOfText, paragraph } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };

const newReport = Type.Object(
  {
    observation: paragraph,
    exchange: Type.Optional(
      Type.Object(
        {
          customerId: Type.String({ minLength: 1, maxLength: 60 }),
          exchangeId: Type.String({ minLength: 1, maxLength: 60 }),
        },
        closed,
      ),
    ),
    actor,
  },
  closed,
);

const decision = Type.Object(
  {
    decision: Type.Union(adherenceDecisions.map((one) => Type.Literal(one))),
    reason: lineOfText,
    actor,
  },
  closed,
);

/** Reports of customers that an integration does not keep to the process or to its features. */
export function adherenceRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Querystring: Static<typeof ofIntegration> }>(
    "/adherence-reports",
    { schema: { querystring: ofIntegration } },
    async (request) => ({ reports: await programme.listAdherenceReports(askedOf(request)) }),
  );

  api.post<{ Params: { integrationId: string }; Body: Static<typeof newReport> }>(
    "/integrations/:integrationId/adherence-reports",
    { schema: { body: newReport } },
    async (request, reply) =>
      reply
        .code(201)
        .send(await programme.reportAdherence({ ...request.params, ...acted(request) })),
  );

  api.post<{ Params: { reportId: string }; Body: Static<typeof decision> }>(
    "/adherence-reports/:reportId/decision",
    { schema: { body: decision } },
    async (request) =>
      programme.decideAdherenceReport({ id: request.params.reportId, ...acted(request) }),
  );
}
