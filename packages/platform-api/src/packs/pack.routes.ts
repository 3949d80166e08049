import { Readable } from "node:stream";

import type { FastifyInstance, FastifyReply } from "fastify";
import { Type, type Static } from "typebox";

import { printImpactCsv, printImpactJson, type Impact } from "@slipway/conformance";
import type { Json } from "@slipway/foundation";
import type { Programme } from "@slipway/programme";

interface OfPack {
  readonly framework: string;
  readonly version: string;
}

const impactQuery = Type.Object(
  {
    runs: Type.Optional(Type.Union([Type.Literal("newest"), Type.Literal("all")])),
    format: Type.Optional(Type.Union([Type.Literal("json"), Type.Literal("csv")])),
  },
  { additionalProperties: false },
);

type ImpactQuery = Static<typeof impactQuery>;

/** Without requirements it is no draft; all else in it is read by the programme, which finds every fault at once. */
const draftBody = Type.Object(
  { pack: Type.Object({ requirements: Type.Unknown() }, { additionalProperties: true }) },
  { additionalProperties: false },
);

/** Requirement packs of a framework, and what a draft of one would change for the runs on record. */
export function packRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfPack }>("/frameworks/:framework/packs/:version", async (request) =>
    programme.showPack(request.params),
  );

  api.get<{ Params: OfPack; Querystring: ImpactQuery }>(
    "/frameworks/:framework/packs/:version/impact",
    { schema: { querystring: impactQuery } },
    async ({ params: { framework, version }, query }, reply) =>
      sendImpact(
        reply,
        programme.holdDraft({ framework, draft: { version }, scope: query.runs ?? "newest" }),
        query,
      ),
  );

  api.post<{
    Params: Pick<OfPack, "framework">;
    Querystring: ImpactQuery;
    Body: Static<typeof draftBody>;
  }>(
    "/frameworks/:framework/impact",
    { schema: { querystring: impactQuery, body: draftBody } },
    async ({ params: { framework }, query, body }, reply) => {
      // The body was parsed from JSON.
      const content = body.pack as Json;
      const draft = { framework, draft: { content }, scope: query.runs ?? "newest" };
      return sendImpact(reply, programme.holdDraft(draft), query);
    },
  );
}

/** Sends each run as it was judged: no more than one is held, however many there are. */
function sendImpact(reply: FastifyReply, impact: Impact, { format }: ImpactQuery): FastifyReply {
  return format === "csv"
    ? reply
        .type("text/csv; charset=utf-8; header=present")
        .send(Readable.from(printImpactCsv(impact)))
    : reply.type("application/json; charset=utf-8").send(Readable.from(printImpactJson(impact)));
}
