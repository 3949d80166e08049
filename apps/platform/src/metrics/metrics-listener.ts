import fastify, { type FastifyInstance } from "fastify";

import type { Database } from "@slipway/database";
import type { Clock } from "@slipway/foundation";

import { databaseAnswers } from "../database-answers.ts";
import { databaseGauges } from "./database-gauges.ts";
import { metricText, metricTextType } from "./metric-text.ts";
import type { PlatformMetrics } from "./platform-metrics.ts";
import { openProcessGauges } from "./process-gauges.ts";

export interface MetricsListenerOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly metrics: PlatformMetrics;
  /** Whether the process ends: it takes nothing new then, and says so. */
  readonly isStopping: () => boolean;
}

/** The listener of whoever watches this process, whatever its roles are. It tells numbers and names of routes, and no secrets. */
export function metricsListener(options: MetricsListenerOptions): FastifyInstance {
  const { database, clock, metrics, isStopping } = options;
  const gauges = openProcessGauges();
  const app = fastify({ return503OnClosing: false });
  app.get("/metrics", async (_request, reply) => {
    const counted = await databaseGauges(database, clock);
    return reply
      .type(metricTextType)
      .send(metricText([...metrics.families(), ...counted, ...gauges.families()]));
  });
  app.get("/healthz", async () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    if (await databaseAnswers(database)) return { status: "ready" };
    return reply.code(503).header("retry-after", "2").send({ status: "database-away" });
  });
  app.addHook("onClose", async () => {
    gauges.close();
  });
  return app;
}
