import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { VersionNotFoundProblem, type Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { actor } from "../requests/actor.schema.ts";
import { lineOfText } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };
const building = Type.Object({ actor }, closed);
const publication = Type.Object({ actor, reason: lineOfText, isPublic: Type.Boolean() }, closed);
const keyChange = Type.Object({ actor, reason: lineOfText }, closed);

interface OfVersion {
  readonly integrationId: string;
  readonly version: string;
}

const evidencePath = "/integrations/:integrationId/versions/:version/evidence";

/** Evidence bundles, and the keys that sign them. What anybody may see of them is served beside the API. */
export function evidenceRoutes(api: FastifyInstance, programme: Programme): void {
  api.post<{ Params: OfVersion; Body: Static<typeof building> }>(
    evidencePath,
    { schema: { body: building } },
    async (request) => programme.buildEvidence({ ...placeOf(request.params), ...acted(request) }),
  );

  api.get<{ Params: OfVersion }>(evidencePath, async ({ params }) =>
    programme.loadEvidence(placeOf(params)),
  );

  api.get<{ Params: OfVersion }>(`${evidencePath}/archive`, async ({ params }, reply) => {
    const archive = await programme.downloadEvidence(placeOf(params));
    return reply.type("application/x-tar").send(archive);
  });

  api.post<{ Params: OfVersion; Body: Static<typeof publication> }>(
    `${evidencePath}/publication`,
    { schema: { body: publication } },
    async (request) => programme.publishEvidence({ ...placeOf(request.params), ...acted(request) }),
  );

  keyRoutes(api, programme);
}

function keyRoutes(api: FastifyInstance, programme: Programme): void {
  api.get("/evidence-keys", async () => programme.listEvidenceKeys());

  api.post<{ Body: Static<typeof keyChange> }>(
    "/evidence-keys",
    { schema: { body: keyChange } },
    async (request, reply) =>
      reply.code(201).send(await programme.rotateEvidenceKey(acted(request))),
  );

  api.post<{ Params: { keyId: string }; Body: Static<typeof keyChange> }>(
    "/evidence-keys/:keyId/revocation",
    { schema: { body: keyChange } },
    async (request) => programme.revokeEvidenceKey(request.params.keyId, acted(request)),
  );
}

/** A version's number from an address; a text that is none is no version's. */
function placeOf({ integrationId, version }: OfVersion): {
  integrationId: string;
  version: number;
} {
  if (!/^[1-9]\d{0,8}$/u.test(version)) throw new VersionNotFoundProblem(integrationId, version);
  return { integrationId, version: Number(version) };
}
