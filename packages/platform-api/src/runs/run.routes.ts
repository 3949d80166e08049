import type { FastifyInstance } from "fastify";
import { Type, type Static } from "typebox";

import { renderHtml, renderJunit, renderManifestCsv } from "@slipway/conformance";
import type { Programme } from "@slipway/programme";

import { runProgressWire } from "./run.wire.ts";

interface OfRun {
  readonly runId: string;
}

const regrading = Type.Object(
  { packVersion: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
);

const reportQuery = Type.Object(
  {
    format: Type.Optional(
      Type.Union([Type.Literal("json"), Type.Literal("html"), Type.Literal("junit")]),
    ),
    grading: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

const manifestQuery = Type.Object(
  { format: Type.Optional(Type.Union([Type.Literal("json"), Type.Literal("csv")])) },
  { additionalProperties: false },
);

/** Runs: progress, cancelling, gradings and reports. */
export function runRoutes(api: FastifyInstance, programme: Programme): void {
  api.get<{ Params: OfRun }>("/runs/:runId", async (request) =>
    runProgressWire(await programme.loadRun(request.params.runId)),
  );

  api.post<{ Params: OfRun }>("/runs/:runId/cancel", async (request, reply) => {
    await programme.cancelRun(request.params.runId);
    return reply.code(204).send();
  });

  api.get<{ Params: OfRun }>("/runs/:runId/gradings", async (request) => ({
    gradings: await programme.listGradings(request.params.runId),
  }));

  api.post<{ Params: OfRun; Body: Static<typeof regrading> }>(
    "/runs/:runId/gradings",
    { schema: { body: regrading } },
    async (request, reply) =>
      reply
        .code(201)
        .send(await programme.regradeRun(request.params.runId, request.body.packVersion)),
  );

  api.get<{ Params: OfRun; Querystring: Static<typeof reportQuery> }>(
    "/runs/:runId/report",
    { schema: { querystring: reportQuery } },
    async (request, reply) => {
      const report = await programme.loadReport(request.params.runId, request.query.grading);
      switch (request.query.format) {
        case "html":
          return reply.type("text/html; charset=utf-8").send(renderHtml(report));
        case "junit":
          return reply.type("application/xml; charset=utf-8").send(renderJunit(report));
        case "json":
        case undefined:
          return reply.send(report);
      }
    },
  );

  api.get<{ Params: OfRun; Querystring: Static<typeof manifestQuery> }>(
    "/runs/:runId/manifest",
    { schema: { querystring: manifestQuery } },
    async (request, reply) => {
      const fields = await programme.loadManifest(request.params.runId);
      return request.query.format === "csv"
        ? reply.type("text/csv; charset=utf-8; header=present").send(renderManifestCsv(fields))
        : reply.send({ fields });
    },
  );
}
