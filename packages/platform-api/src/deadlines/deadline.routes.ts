import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { deadlineKinds, type Programme } from "@slipway/programme";

import { askedOf } from "../access/asked-of.ts";
import { named } from "../access/named.ts";
import { instant, parseInstant } from "../requests/parse-instant.ts";
import { lineOfText, mailAddress, whoAndWhy } from "../requests/text-schemas.ts";

const opening = Type.Object(
  {
    kind: Type.Union(deadlineKinds.map((kind) => Type.Literal(kind))),
    subject: lineOfText,
    recipient: mailAddress,
    releasedAt: Type.Optional(instant),
    ...whoAndWhy,
  },
  { additionalProperties: false },
);

const extension = Type.Object({ until: instant, ...whoAndWhy }, { additionalProperties: false });

const change = Type.Object(whoAndWhy, { additionalProperties: false });

const query = Type.Object(
  { integration: Type.Optional(Type.String({ maxLength: 60 })) },
  { additionalProperties: false },
);

interface OfDeadline {
  readonly deadlineId: string;
}

/** Deadlines of integrations, and what waits for a person. */
export function deadlineRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Querystring: Static<typeof query> }>(
    "/deadlines",
    { schema: { querystring: query } },
    async (request) => ({ deadlines: await programme.listDeadlines(askedOf(request)) }),
  );

  api.post<{ Params: { integrationId: string }; Body: Static<typeof opening> }>(
    "/integrations/:integrationId/deadlines",
    { schema: { body: opening } },
    async (request, reply) => {
      const { releasedAt, ...body } = named(request);
      const deadline = await programme.openDeadline({
        ...body,
        integrationId: request.params.integrationId,
        ...(releasedAt === undefined ? {} : { releasedAt: parseInstant(releasedAt) }),
      });
      return reply.code(201).send(deadline);
    },
  );

  api.get<{ Params: OfDeadline }>("/deadlines/:deadlineId", async (request) =>
    programme.loadDeadline(request.params.deadlineId),
  );

  changeRoutes(api, programme);

  api.get("/tasks", async () => ({ tasks: await programme.listTasks() }));
}

function changeRoutes(api: FastifyInstance, programme: Programme): void {
  api.post<{ Params: OfDeadline; Body: Static<typeof extension> }>(
    "/deadlines/:deadlineId/extend",
    { schema: { body: extension } },
    async (request) =>
      programme.extendDeadline({
        ...named(request),
        id: request.params.deadlineId,
        until: parseInstant(request.body.until),
      }),
  );

  api.post<{ Params: OfDeadline; Body: Static<typeof change> }>(
    "/deadlines/:deadlineId/clear",
    { schema: { body: change } },
    async (request) =>
      programme.clearDeadline({ ...named(request), id: request.params.deadlineId }),
  );
}
