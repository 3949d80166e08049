import Fastify, { type FastifyInstance } from "fastify";

import type { Programme } from "@slipway/programme";

import { createTokenCheck, type AccessTokens } from "./access/check-token.ts";
import { integrationRoutes } from "./integrations/integration.routes.ts";
import { installProblems } from "./problems/install-problems.ts";
import { runRoutes } from "./runs/run.routes.ts";
import { sandboxRoutes } from "./sandboxes/sandbox.routes.ts";
import { tenantRoutes } from "./tenants/tenant.routes.ts";

export interface PlatformApiOptions {
  readonly programme: Programme;
  readonly tokens: AccessTokens;
  /** Told of our own faults, which the caller sees as status 500. */
  readonly onBug: (bug: unknown, requestId: string) => void;
  /** Whether the database answers; asked by `/readyz`. */
  readonly isReady: () => Promise<boolean>;
}

/** Larger than anything the API takes. */
const maxBodyBytes = 1_000_000;

/** The HTTP surface of the programme. It parses, asks the programme, and answers; it decides nothing. */
export function buildPlatformApi(options: PlatformApiOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    // Bodies are taken as they are: nothing is converted, dropped or guessed.
    ajv: {
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        allErrors: true,
        useDefaults: false,
      },
    },
    routerOptions: { querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)) },
  });
  installProblems(app, options.onBug);
  app.get("/healthz", async () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    if (await options.isReady()) return { status: "ready" };
    return reply.code(503).header("retry-after", "2").send({ status: "database-away" });
  });
  void app.register(
    async (api) => {
      api.addHook("onRequest", createTokenCheck(options.tokens));
      integrationRoutes(api, options.programme);
      sandboxRoutes(api, options.programme);
      runRoutes(api, options.programme);
      tenantRoutes(api, options.programme);
    },
    { prefix: "/api/v1" },
  );
  return app;
}
