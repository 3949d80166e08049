import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { credentialKinds, type Programme } from "@slipway/programme";

import { runWire } from "../runs/run.wire.ts";
import { lineOfText } from "../requests/text-schemas.ts";
import { actedIfSaid } from "../access/acted.ts";
import { partnerSetupSchema } from "./partner-setup.schema.ts";
import { sandboxWire } from "./sandbox.wire.ts";

interface OfSandbox {
  readonly sandboxId: string;
}

const selected = Type.String({ minLength: 1, maxLength: 120 });

const runStart = Type.Object(
  {
    packVersion: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    selection: Type.Optional(
      Type.Union([
        Type.Object(
          { only: Type.Array(selected, { minItems: 1, maxItems: 100 }) },
          { additionalProperties: false },
        ),
        Type.Object({ failedOf: selected }, { additionalProperties: false }),
      ]),
    ),
  },
  { additionalProperties: false },
);

const credentialIssue = Type.Object(
  {
    kind: Type.Optional(Type.Union(credentialKinds.map((kind) => Type.Literal(kind)))),
    loginGroup: Type.Optional(lineOfText),
  },
  { additionalProperties: false },
);

const regionParams = Type.Object({
  sandboxId: Type.String(),
  region: Type.Union([Type.Literal("a"), Type.Literal("b")]),
});

/** A sandbox: its tenants' credentials, its partner setup, its preflight and its runs. */
export function sandboxRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfSandbox }>("/sandboxes/:sandboxId", async (request) =>
    sandboxWire(await programme.loadSandbox(request.params.sandboxId)),
  );

  api.post<{ Params: Static<typeof regionParams>; Body: Static<typeof credentialIssue> }>(
    "/sandboxes/:sandboxId/tenants/:region/credentials",
    { schema: { params: regionParams, body: credentialIssue } },
    async ({ params, body }, reply) =>
      reply.code(201).send(await programme.issueCredential({ kind: "basic", ...params, ...body })),
  );

  api.put<{ Params: OfSandbox; Body: Static<typeof partnerSetupSchema> }>(
    "/sandboxes/:sandboxId/partner-setup",
    { schema: { body: partnerSetupSchema } },
    async (request, reply) => {
      const { actor, ...setup } = request.body;
      const who = actedIfSaid(request, actor);
      await programme.savePartnerSetup(request.params.sandboxId, setup, who);
      return reply.code(204).send();
    },
  );

  api.post<{ Params: OfSandbox }>("/sandboxes/:sandboxId/preflight", async (request) =>
    programme.preflight(request.params.sandboxId),
  );

  api.get<{ Params: OfSandbox }>("/sandboxes/:sandboxId/runs", async (request) => ({
    runs: (await programme.listRuns(request.params.sandboxId)).map(runWire),
  }));

  api.post<{ Params: OfSandbox; Body: Static<typeof runStart> }>(
    "/sandboxes/:sandboxId/runs",
    { schema: { body: runStart } },
    async (request, reply) =>
      reply
        .code(201)
        .send(
          runWire(
            await programme.startRun({ sandboxId: request.params.sandboxId, ...request.body }),
          ),
        ),
  );
}
