import type { Region } from "@slipway/exchange";
import { buildPlatformApi } from "@slipway/platform-api";
import { createProgramme, type ProgrammeParts } from "@slipway/programme";
import type { FastifyInstance } from "fastify";

import type { AnyListener } from "./check-ports-free.ts";
import { databaseAnswers } from "./database-answers.ts";
import { listen } from "./listen.ts";
import { measureRequests } from "./metrics/measure-requests.ts";
import { metricsListener } from "./metrics/metrics-listener.ts";
import type { PlatformCore } from "./platform-core.ts";
import { sandboxListener } from "./sandbox-listener.ts";
import type { StartContext } from "./start-context.ts";

/** The listeners of both regions; resolves to where they answer. */
export async function startSandbox(
  core: PlatformCore,
  context: StartContext,
): Promise<Readonly<Record<Region, string>>> {
  const { host, ports } = context.configuration;
  const start = async (region: Region, listener: "sandboxA" | "sandboxB"): Promise<string> =>
    open(sandboxListener(core, region, context), context, {
      listener,
      host,
      port: ports[listener],
    });
  return { a: await start("a", "sandboxA"), b: await start("b", "sandboxB") };
}

/** The listener of the platform API; resolves to where it answers. */
export async function startApi(parts: ProgrammeParts, context: StartContext): Promise<string> {
  const { configuration, log, metrics } = context;
  const { database, ids } = parts;
  const api = buildPlatformApi({
    programme: createProgramme(parts),
    onBug: (bug, requestId) => {
      log.trouble("platform API", bug, { requestId });
    },
    isReady: async () => databaseAnswers(database),
    newRequestId: ids.uuid,
  });
  tellRequests(api, context);
  if (metrics !== undefined) measureRequests(api, "platform", metrics.answered);
  const { host, ports } = configuration;
  return open(api, context, { listener: "platform", host, port: ports.platform });
}

/** The listener of whoever watches; undefined where nobody asked for it. */
export async function startMetrics(
  core: PlatformCore,
  context: StartContext,
  isStopping: () => boolean,
): Promise<string | undefined> {
  const { metrics, configuration } = context;
  if (metrics === undefined || configuration.metrics === undefined) return undefined;
  const app = metricsListener({ ...core, metrics, isStopping });
  return open(app, context, { listener: "metrics", ...configuration.metrics });
}

/** A line for each request, without what it carried: its address may hold what a caller should have put elsewhere. */
function tellRequests(app: FastifyInstance, { log }: StartContext): void {
  app.addHook("onResponse", (request, reply, done) => {
    log.detail("request", {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? "(none)",
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
    });
    done();
  });
}

interface Place {
  readonly listener: AnyListener;
  readonly host: string;
  readonly port: number;
}

async function open(
  app: FastifyInstance,
  { configuration, started }: StartContext,
  place: Place,
): Promise<string> {
  // The other half is left to what workers have in hand.
  const patienceMs = configuration.stopTimeoutMs / 2;
  const { address, close } = await listen(app, { ...place, patienceMs });
  started.push(close);
  return address;
}
