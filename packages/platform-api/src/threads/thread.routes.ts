import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { threadStates, type Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { askedOf } from "../access/asked-of.ts";
import { actor } from "../requests/actor.schema.ts";
import { ofIntegration } from "../requests/of-integration.ts";
import { lineOfText, paragraph } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };
const id = Type.String({ minLength: 1, maxLength: 60 });

const item = Type.Union([
  Type.Object({ kind: Type.Literal("run"), runId: id }, closed),
  Type.Object({ kind: Type.Literal("exchange"), customerId: id, exchangeId: id }, closed),
  Type.Object(
    {
      kind: Type.Literal("requirement"),
      version: Type.Integer({ minimum: 1, maximum: 100_000 }),
      requirement: lineOfText,
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal("deadline"), deadlineId: id }, closed),
  Type.Object({ kind: Type.Literal("revalidation"), revalidationId: id }, closed),
]);

const newThread = Type.Object({ item, text: paragraph, actor }, closed);
const message = Type.Object({ text: paragraph, actor }, closed);
const resolution = Type.Object({ reason: lineOfText, actor }, closed);
/** Without an account it is Developer Support's as a whole. */
const owner = Type.Object({ accountId: Type.Optional(id), actor }, closed);

const query = Type.Object(
  {
    ...ofIntegration.properties,
    state: Type.Optional(Type.Union(threadStates.map((state) => Type.Literal(state)))),
  },
  closed,
);

/** Questions where partners are stuck, and their answers. */
export function threadRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Querystring: Static<typeof query> }>(
    "/threads",
    { schema: { querystring: query } },
    async (request) => {
      const { state } = request.query;
      const asked = { ...askedOf(request), ...(state === undefined ? {} : { state }) };
      return { threads: await programme.listThreads(asked) };
    },
  );

  api.post<{ Params: { integrationId: string }; Body: Static<typeof newThread> }>(
    "/integrations/:integrationId/threads",
    { schema: { body: newThread } },
    async (request, reply) =>
      reply.code(201).send(await programme.openThread({ ...request.params, ...acted(request) })),
  );

  api.get<{ Params: { threadId: string } }>("/threads/:threadId", async (request) =>
    programme.loadThread(request.params.threadId),
  );

  api.post<{ Params: { threadId: string }; Body: Static<typeof message> }>(
    "/threads/:threadId/messages",
    { schema: { body: message } },
    async (request, reply) =>
      reply
        .code(201)
        .send(await programme.writeInThread({ id: request.params.threadId, ...acted(request) })),
  );

  api.post<{ Params: { threadId: string }; Body: Static<typeof resolution> }>(
    "/threads/:threadId/resolution",
    { schema: { body: resolution } },
    async (request) => programme.resolveThread({ id: request.params.threadId, ...acted(request) }),
  );

  api.put<{ Params: { threadId: string }; Body: Static<typeof owner> }>(
    "/threads/:threadId/owner",
    { schema: { body: owner } },
    async (request) => programme.assignThread({ id: request.params.threadId, ...acted(request) }),
  );
}
