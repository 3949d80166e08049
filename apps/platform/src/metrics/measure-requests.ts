import type { FastifyInstance } from "fastify";

import type { AnsweredRequest } from "./platform-metrics.ts";

/** Paths that no route has share one name: whoever tries many of them must not fill the memory. */
const noRoute = "(none)";
const commonMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Tells of every request that an app has answered. To be called before it listens. */
export function measureRequests(
  app: FastifyInstance,
  surface: string,
  onAnswered: (request: AnsweredRequest) => void,
): void {
  app.addHook("onResponse", (request, reply, done) => {
    onAnswered({
      surface,
      method: commonMethods.has(request.method) ? request.method : "(other)",
      route: request.routeOptions.url ?? noRoute,
      status: reply.raw.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
}
