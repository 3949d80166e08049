import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { makingFor, seenBy, type Programme } from "@slipway/programme";

import { callerOf } from "../access/caller-of.ts";
import { lineOfText, mailAddress } from "../requests/text-schemas.ts";
import { sandboxWire } from "../sandboxes/sandbox.wire.ts";

const registration = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120, pattern: "\\S" }),
    framework: Type.String({ minLength: 1, maxLength: 60 }),
    connectorType: Type.Optional(Type.Union([Type.Literal("prime"), Type.Literal("standard")])),
    path: Type.Optional(
      Type.Union([Type.Literal("programme-defined"), Type.Literal("customer-specific")]),
    ),
    organisation: Type.Optional(lineOfText),
    contact: Type.Optional(mailAddress),
    customer: Type.Optional(lineOfText),
  },
  { additionalProperties: false },
);

const newSandbox = Type.Object(
  { seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })) },
  { additionalProperties: false },
);

/** Integrations on record, and the sandbox of each. */
export function integrationRoutes(api: FastifyInstance, programme: Programme): void {
  api.get("/integrations", async (request) => ({
    integrations: await programme.listIntegrations(seenBy(callerOf(request))),
  }));

  api.post<{ Body: Static<typeof registration> }>(
    "/integrations",
    { schema: { body: registration } },
    async (request, reply) => {
      const { organisation: named, ...registered } = request.body;
      const organisation = makingFor(callerOf(request), named);
      const { integration, created } = await programme.registerIntegration({
        ...registered,
        ...(organisation === undefined ? {} : { organisation }),
      });
      return reply.code(created ? 201 : 200).send(integration);
    },
  );

  api.post<{ Params: { integrationId: string }; Body: Static<typeof newSandbox> }>(
    "/integrations/:integrationId/sandbox",
    { schema: { body: newSandbox } },
    async (request, reply) => {
      const { integrationId } = request.params;
      const { sandbox, credentials } = await programme.createSandbox({
        integrationId,
        ...request.body,
      });
      return reply.code(201).send({ ...sandboxWire(sandbox), credentials });
    },
  );
}
