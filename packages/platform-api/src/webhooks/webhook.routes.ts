import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { makingFor, webhookEventTypes, type Programme } from "@slipway/programme";

import { callerOf } from "../access/caller-of.ts";
import { lineOfText } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };

const newWebhook = Type.Object(
  {
    /** Default: the caller's own; the programme's with the installation's token. */
    organisation: Type.Optional(lineOfText),
    url: Type.String({ minLength: 1, maxLength: 2000 }),
    eventTypes: Type.Array(Type.Union(webhookEventTypes.map((type) => Type.Literal(type))), {
      minItems: 1,
      maxItems: webhookEventTypes.length,
    }),
  },
  closed,
);

const disabling = Type.Object({ reason: lineOfText }, closed);

/** Without members: a body that was meant for something else removes nothing. */
const removing = Type.Object({}, closed);

const logQuery = Type.Object(
  { limit: Type.Optional(Type.String({ pattern: "^[1-9][0-9]{0,2}$" })) },
  closed,
);

interface OfWebhook {
  readonly webhookId: string;
}

/** Who is told of what happens in the programme. */
export function webhookRoutes(api: FastifyInstance, programme: Programme): void {
  api.get("/webhooks", async (request) => ({
    webhooks: await programme.listWebhooks(callerOf(request)),
  }));

  api.post<{ Body: Static<typeof newWebhook> }>(
    "/webhooks",
    { schema: { body: newWebhook } },
    async (request, reply) => {
      const { organisation: named, ...body } = request.body;
      const organisation = makingFor(callerOf(request), named) ?? "programme";
      const added = await programme.addWebhook({ ...body, organisation });
      // Whoever stands between must not keep it.
      return reply.code(201).header("cache-control", "no-store").send(added);
    },
  );

  api.get<{ Params: OfWebhook }>("/webhooks/:webhookId", async ({ params }) =>
    programme.loadWebhook(params.webhookId),
  );

  api.post<{ Params: OfWebhook }>("/webhooks/:webhookId/secret", async ({ params }, reply) =>
    reply
      .header("cache-control", "no-store")
      .send(await programme.rotateWebhookSecret(params.webhookId)),
  );

  changeRoutes(api, programme);
  messageRoutes(api, programme);
}

function changeRoutes(api: FastifyInstance, programme: Programme): void {
  api.post<{ Params: OfWebhook }>("/webhooks/:webhookId/enable", async ({ params }) =>
    programme.enableWebhook(params.webhookId),
  );

  api.post<{ Params: OfWebhook; Body: Static<typeof disabling> }>(
    "/webhooks/:webhookId/disable",
    { schema: { body: disabling } },
    async ({ params, body }) => programme.disableWebhook(params.webhookId, body.reason),
  );

  api.post<{ Params: OfWebhook }>(
    "/webhooks/:webhookId/remove",
    { schema: { body: removing } },
    async ({ params }) => programme.removeWebhook(params.webhookId),
  );
}

function messageRoutes(api: FastifyInstance, programme: Programme): void {
  api.post<{ Params: OfWebhook }>("/webhooks/:webhookId/test", async ({ params }, reply) =>
    reply.code(202).send(await programme.testWebhook(params.webhookId)),
  );

  api.get<{ Params: OfWebhook; Querystring: Static<typeof logQuery> }>(
    "/webhooks/:webhookId/messages",
    { schema: { querystring: logQuery } },
    async ({ params, query }) => ({
      messages: await programme.listWebhookMessages({
        webhookId: params.webhookId,
        limit: Number(query.limit ?? 100),
      }),
    }),
  );

  api.post<{ Params: OfWebhook & { readonly messageId: string } }>(
    "/webhooks/:webhookId/messages/:messageId/resend",
    async ({ params }, reply) =>
      reply
        .code(202)
        .send(await programme.resendWebhookMessage(params.webhookId, params.messageId)),
  );
}
