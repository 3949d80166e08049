import { METHODS } from "node:http";

import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";

import { answerBrokenRequest } from "./call/answer-broken-request.ts";
import { createCredentialStore } from "./credentials/credential-store.ts";
import { createIdBlocks } from "./ids/id-blocks.ts";
import { createRequestQuota } from "./quota/request-quota.ts";
import { createCallRecorder } from "./recording/call-recorder.ts";
import { portalRoutes } from "./portal/portal.routes.ts";
import { requestPipeline, type Endpoint } from "./request-pipeline.ts";
import type { SandboxApiOptions } from "./sandbox-api-options.ts";
import { serveRequest } from "./serve-request.ts";

/**
 * The imitated ATS API of one region: the HTTP side, to be listened on or wired into a server. Every call that concerns a
 * tenant of ours is recorded before its answer leaves. Closing it writes the request counts that are still in memory.
 */
export function buildSandboxApi(options: SandboxApiOptions): FastifyInstance {
  const { database, clock, ids } = options;
  const records = createCallRecorder(options);
  const quota = createRequestQuota(database.queries);
  const { endpoints, strays } = requestPipeline({
    ...options,
    records,
    quota,
    credentials: createCredentialStore({
      queries: database.queries,
      clock,
      unsealKey: options.secrets.unsealKey,
    }),
    secret: ids.secret,
    ids: createIdBlocks(database.tenants),
    onEventRaised: options.onEventRaised ?? (() => undefined),
  });
  const serve = serveRequest({ records, clock, ids, onBug: options.onBug ?? (() => undefined) });
  const serveStray: Handler = async (request, reply) => serve(request, reply, strays.path);

  const app = fastify({
    exposeHeadRoutes: false,
    // The steps read the few parameters that there are.
    routerOptions: { maxParamLength: 4_096, querystringParser: () => ({}) },
    requestTimeout: 60_000,
    // What comes over a connection that was there before the server began to close is answered too, as the vendor would.
    return503OnClosing: false,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (_error, request, reply) => void serveStray(request, reply),
  });
  leaveBodiesToSteps(app);
  for (const path of new Set(endpoints.map((one) => one.path))) {
    const onPath = endpoints.filter((one) => one.path === path);
    const byVerb = new Map(onPath.map(({ verb, steps }) => [verb, steps]));
    const offered = onPath.filter(({ switched }) => switched !== true).map(({ verb }) => verb);
    const refused: Endpoint["steps"] = strays.verb(path, offered);
    routeAllVerbs(app, path, async (request, reply) =>
      serve(request, reply, byVerb.get(request.method) ?? refused),
    );
  }
  portalRoutes(app, options);
  app.setNotFoundHandler(serveStray);
  app.setErrorHandler((_error, request, reply) => void serveStray(request, reply));
  app.addHook("onClose", async () => quota.close());
  return app;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Bodies are read and judged by the steps: the framework's own answers to them are not the vendor's. */
function leaveBodiesToSteps(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  // Whatever the parser reads as a verb is answered on a path that exists: 405, not 404. CONNECT has no path.
  for (const verb of METHODS.filter((one) => !app.supportedMethods.includes(one)))
    if (verb !== "CONNECT") app.addHttpMethod(verb, { hasBody: true });
}

function routeAllVerbs(app: FastifyInstance, url: string, handler: Handler): void {
  app.route({
    method: app.supportedMethods,
    url,
    handler,
    // A content type that the framework cannot read is judged by the steps as well.
    errorHandler: (_error, request, reply) => void handler(request, reply),
  });
}
