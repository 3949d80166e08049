import type { FastifyInstance } from "fastify";
import type { Static } from "typebox";

import { VersionNotFoundProblem, type Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { parseInstant } from "../requests/parse-instant.ts";
import {
  begunVersion,
  closedItem,
  confirmedSlot,
  newCustomer,
  openedItem,
  savedDesign,
  standingMove,
  versionMove,
} from "./lifecycle.schema.ts";

interface OfIntegration {
  readonly integrationId: string;
}

interface OfVersion extends OfIntegration {
  readonly version: string;
}

/** An integration's life: versions with their designs, standing, review items and history. */
export function lifecycleRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfIntegration }>("/integrations/:integrationId", async ({ params }) =>
    programme.loadLifecycle(params.integrationId),
  );

  api.get<{ Params: OfIntegration }>(
    "/integrations/:integrationId/history",
    async ({ params }) => ({
      history: await programme.listHistory(params.integrationId),
    }),
  );

  api.get("/history/verification", async () => programme.verifyHistory());

  api.post<{ Body: Static<typeof newCustomer> }>(
    "/customers",
    { schema: { body: newCustomer } },
    async ({ body }, reply) => reply.code(201).send(await programme.recordCustomer(body.name)),
  );

  api.post<{ Params: OfIntegration; Body: Static<typeof standingMove> }>(
    "/integrations/:integrationId/events",
    { schema: { body: standingMove } },
    async (request) => {
      const { until, ...move } = acted(request);
      return programme.moveStanding({
        ...request.params,
        ...move,
        ...(until === undefined ? {} : { until: parseInstant(until) }),
      });
    },
  );

  versionRoutes(api, programme);
  itemRoutes(api, programme);
  submissionRoutes(api, programme);
}

function versionRoutes(api: FastifyInstance, programme: Programme): void {
  api.post<{ Params: OfIntegration; Body: Static<typeof begunVersion> }>(
    "/integrations/:integrationId/versions",
    { schema: { body: begunVersion } },
    async (request, reply) =>
      reply.code(201).send(await programme.beginVersion({ ...request.params, ...acted(request) })),
  );

  api.put<{ Params: OfVersion; Body: Static<typeof savedDesign> }>(
    "/integrations/:integrationId/versions/:version/design",
    { schema: { body: savedDesign } },
    async (request) => programme.saveDesign({ ...placeOf(request.params), ...acted(request) }),
  );

  api.post<{ Params: OfVersion; Body: Static<typeof versionMove> }>(
    "/integrations/:integrationId/versions/:version/events",
    { schema: { body: versionMove } },
    async (request) => programme.moveVersion({ ...placeOf(request.params), ...acted(request) }),
  );
}

function itemRoutes(api: FastifyInstance, programme: Programme): void {
  api.post<{ Params: OfVersion; Body: Static<typeof openedItem> }>(
    "/integrations/:integrationId/versions/:version/items",
    { schema: { body: openedItem } },
    async (request, reply) =>
      reply
        .code(201)
        .send(await programme.openReviewItem({ ...placeOf(request.params), ...acted(request) })),
  );

  api.post<{ Params: OfIntegration & { itemId: string }; Body: Static<typeof closedItem> }>(
    "/integrations/:integrationId/items/:itemId/close",
    { schema: { body: closedItem } },
    async (request) => programme.closeReviewItem({ ...request.params, ...acted(request) }),
  );
}

function submissionRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfVersion }>(
    "/integrations/:integrationId/versions/:version/submission",
    async ({ params }) => programme.viewSubmission(placeOf(params)),
  );

  api.post<{ Params: OfVersion; Body: Static<typeof confirmedSlot> }>(
    "/integrations/:integrationId/versions/:version/submission/confirmations",
    { schema: { body: confirmedSlot } },
    async (request) => programme.confirmSlot({ ...placeOf(request.params), ...acted(request) }),
  );
}

/** A version's number from an address; a text that is none is no version's. */
function placeOf({ integrationId, version }: OfVersion): OfIntegration & { version: number } {
  if (!/^[1-9]\d{0,8}$/u.test(version)) throw new VersionNotFoundProblem(integrationId, version);
  return { integrationId, version: Number(version) };
}
