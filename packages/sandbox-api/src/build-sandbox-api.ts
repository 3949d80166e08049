import { METHODS, type IncomingMessage } from "node:http";

import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";

import { answerCall } from "./answer-call.ts";
import type { FinishedAnswer } from "./call/answer.ts";
import type { Arrival } from "./call/arrival.ts";
import { readBody } from "./call/read-body.ts";
import { answerBrokenRequest } from "./call/answer-broken-request.ts";
import { createCredentialStore } from "./credentials/credential-store.ts";
import { createIdBlocks } from "./ids/id-blocks.ts";
import { createRequestQuota } from "./quota/request-quota.ts";
import { createCallRecorder } from "./recording/call-recorder.ts";
import { requestPipeline, type Endpoint } from "./request-pipeline.ts";
import type { SandboxApiOptions } from "./sandbox-api-options.ts";

/**
 * The imitated ATS API of one region: the HTTP side, to be listened on or wired into a server. Every call that concerns a
 * tenant of ours is recorded before its answer leaves. Closing it writes the request counts that are still in memory.
 */
export function buildSandboxApi(options: SandboxApiOptions): FastifyInstance {
  const { database, clock, ids } = options;
  const onBug = options.onBug ?? (() => undefined);
  const records = createCallRecorder(options);
  const quota = createRequestQuota(database.queries);
  const { endpoints, strays } = requestPipeline({
    ...options,
    records,
    quota,
    credentials: createCredentialStore({ queries: database.queries, clock }),
    ids: createIdBlocks(database.tenants),
    onEventRaised: options.onEventRaised ?? (() => undefined),
  });

  const answer = async (
    request: FastifyRequest,
    reply: FastifyReply,
    stepsFor: (method: string) => Endpoint["steps"],
  ): Promise<void> => {
    // We write the answer ourselves: it was recorded as these bytes and these headers.
    reply.hijack();
    const arrivedMs = clock.monotonicMs();
    const transactionId = `{${ids.uuid().toUpperCase()}}`;
    try {
      const arrival = await arrivalOf(request, { arrivedMs, transactionId });
      send(reply, await answerCall(arrival, stepsFor(arrival.method), { records, onBug }));
    } catch (bug) {
      // The client went away while it was sending, or the socket broke: nobody is left to answer.
      reply.raw.destroy();
      if (!request.raw.destroyed && !request.raw.readableAborted) onBug(bug, transactionId);
    }
  };

  const app = fastify({
    exposeHeadRoutes: false,
    // The steps read the few parameters that there are.
    routerOptions: { maxParamLength: 4_096, querystringParser: () => ({}) },
    requestTimeout: 60_000,
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (_error, request, reply) => void answer(request, reply, () => strays.path),
  });
  // Bodies are read and judged by the steps: the framework's own answers to them are not the vendor's.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));

  // Whatever the parser reads as a verb is answered on a path that exists: 405, not 404.
  for (const verb of METHODS.filter((one) => !app.supportedMethods.includes(one)))
    if (verb !== "CONNECT") app.addHttpMethod(verb, { hasBody: true });

  for (const [path, byVerb] of byPath(endpoints)) {
    const refused = strays.verb(offeredOn(endpoints, path));
    const stepsFor = (method: string): Endpoint["steps"] => byVerb[method] ?? refused;
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
      answer(request, reply, stepsFor);
    app.route({
      method: app.supportedMethods,
      url: path,
      handler,
      errorHandler: (_error, request, reply) => void handler(request, reply),
    });
  }
  const stray = async (request: FastifyRequest, reply: FastifyReply): Promise<void> =>
    answer(request, reply, () => strays.path);
  app.setNotFoundHandler(stray);
  app.setErrorHandler(async (_error, request, reply) => stray(request, reply));
  app.addHook("onClose", async () => quota.close());
  return app;
}

function offeredOn(endpoints: readonly Endpoint[], path: string): readonly string[] {
  return endpoints
    .filter((one) => one.path === path && one.switched !== true)
    .map(({ verb }) => verb);
}

function byPath(
  endpoints: readonly Endpoint[],
): ReadonlyMap<string, Record<string, Endpoint["steps"]>> {
  const paths = new Map<string, Record<string, Endpoint["steps"]>>();
  for (const { path, verb, steps } of endpoints)
    paths.set(path, { ...paths.get(path), [verb]: steps });
  return paths;
}

async function arrivalOf(
  { raw, params }: FastifyRequest,
  known: Pick<Arrival, "arrivedMs" | "transactionId">,
): Promise<Arrival> {
  const url = raw.url ?? "/";
  const question = url.indexOf("?");
  return {
    ...known,
    httpVersion: raw.httpVersion,
    method: raw.method ?? "GET",
    path: question < 0 ? url : url.slice(0, question),
    query: question < 0 ? "" : url.slice(question + 1),
    headers: headersOf(raw),
    authorization: raw.headers.authorization,
    contentType: raw.headers["content-type"],
    contentEncoding: raw.headers["content-encoding"],
    body: await readBody(raw),
    // The router gives each named part of the path as a text, and nothing for a path that it cannot read.
    params: (params ?? {}) as Readonly<Record<string, string>>,
  };
}

function headersOf({ rawHeaders }: IncomingMessage): Arrival["headers"] {
  const headers: [string, string][] = [];
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers.push([rawHeaders[index] ?? "", rawHeaders[index + 1] ?? ""]);
  return headers;
}

function send({ raw }: FastifyReply, { status, headers, body }: FinishedAnswer): void {
  raw.writeHead(status, headers.flat());
  raw.end(body);
}
