import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { releaseStates, type Programme } from "@slipway/programme";

import { acted } from "../access/acted.ts";
import { actor } from "../requests/actor.schema.ts";
import { lineOfText, paragraph } from "../requests/text-schemas.ts";

const closed = { additionalProperties: false };

const draft = Type.Object(
  {
    title: lineOfText,
    whatItIs: paragraph,
    notes: Type.String({ minLength: 1, maxLength: 20_000, pattern: "^[^\\u0000]*\\S[^\\u0000]*$" }),
    isMandatory: Type.Boolean(),
    framework: Type.String({ minLength: 1, maxLength: 60 }),
    connectorTypes: Type.Array(Type.Union([Type.Literal("prime"), Type.Literal("standard")]), {
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
    }),
    actor,
  },
  closed,
);

const publication = Type.Object({ actor }, closed);

const query = Type.Object(
  { state: Type.Optional(Type.Union(releaseStates.map((state) => Type.Literal(state)))) },
  closed,
);

interface OfRelease {
  readonly releaseId: string;
}

/** Feature releases: drafted, shown with whom they concern, published once, and listed as release notes from then on. */
export function releaseRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Querystring: Static<typeof query> }>(
    "/releases",
    { schema: { querystring: query } },
    async (request) => ({
      releases: await programme.listReleases(request.query.state ?? "published"),
    }),
  );

  api.post<{ Body: Static<typeof draft> }>(
    "/releases",
    { schema: { body: draft } },
    async (request, reply) => reply.code(201).send(await programme.draftRelease(acted(request))),
  );

  api.get<{ Params: OfRelease }>("/releases/:releaseId", async ({ params }) =>
    programme.loadRelease(params.releaseId),
  );

  api.get<{ Params: OfRelease }>("/releases/:releaseId/affected", async ({ params }) =>
    programme.loadAudience(params.releaseId),
  );

  api.post<{ Params: OfRelease; Body: Static<typeof publication> }>(
    "/releases/:releaseId/publish",
    { schema: { body: publication } },
    async (request) =>
      programme.publishRelease({ id: request.params.releaseId, ...acted(request) }),
  );
}
