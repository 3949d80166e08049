import Fastify, { type FastifyInstance } from "fastify";

import type { Programme } from "@slipway/programme";

import { guardRoutes } from "./access/guard-routes.ts";
import { readToken } from "./access/read-token.ts";
import { marketplaceRoutes } from "./marketplace/marketplace.routes.ts";
import { apiPrefix } from "./openapi/api-prefix.ts";
import { collectRoutes } from "./openapi/collect-routes.ts";
import { describeApi } from "./openapi/describe-api.ts";
import type { TakenRoute } from "./openapi/open-api-document.ts";
import { verificationRoutes } from "./verification/verification.routes.ts";
import { platformRoutes } from "./platform-routes.ts";
import {
  answerProblem,
  installProblems,
  retryAfterSeconds,
  routeNotFound,
  type OnBug,
} from "./problems/install-problems.ts";
import { checkAddress } from "./requests/check-address.ts";
import { readJsonBodies } from "./requests/read-json-bodies.ts";
import { refuseOtherVerbs } from "./requests/refuse-other-verbs.ts";
import { requestIdOf, tellRequestId } from "./requests/request-id.ts";

export interface PlatformApiOptions {
  readonly programme: Programme;
  readonly onBug: OnBug;
  /** Whether the database answers; asked by `/readyz`. */
  readonly isReady: () => Promise<boolean>;
  /** Names a request whose caller did not name it in `X-Request-Id`. Default: counted. */
  readonly newRequestId?: () => string;
}

/** Larger than anything the API takes. */
const maxBodyBytes = 1_000_000;

/** The HTTP surface of the programme. It parses, asks the programme, and answers; it decides nothing. */
export function buildPlatformApi(options: PlatformApiOptions): FastifyInstance {
  const { onBug, programme } = options;
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    // What comes over a connection that was there before the server began to close is answered too.
    return503OnClosing: false,
    ...(options.newRequestId === undefined ? {} : { genReqId: requestIdOf(options.newRequestId) }),
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
    // An address that cannot be read reaches no route and no hook: who has no token is told that first here too.
    frameworkErrors: (error, request, reply) => {
      tellRequestId(request, reply);
      const answer = (thrown: unknown): void =>
        void answerProblem(thrown, { request, reply, onBug });
      const recognised = request.url.startsWith(apiPrefix)
        ? programme.recognise(readToken(request))
        : Promise.resolve();
      recognised.then(() => answer(error), answer);
    },
  });
  app.addHook("onRequest", (request, reply, done) => {
    tellRequestId(request, reply);
    done();
  });
  installProblems(app, onBug);
  readJsonBodies(app);
  healthRoutes(app, options);
  verificationRoutes(app, options.programme);
  marketplaceRoutes(app, options.programme);
  const routes: TakenRoute[] = [];
  documentRoute(app, routes);
  void app.register(
    async (api) => {
      api.addHook("preValidation", checkAddress);
      api.setNotFoundHandler(routeNotFound);
      const register = (): void => {
        routes.push(...collectRoutes(api, () => platformRoutes(api, programme)));
      };
      refuseOtherVerbs(api, () => guardRoutes(api, { programme, register }));
    },
    { prefix: apiPrefix },
  );
  return app;
}

/** The API's own description, for anybody: it says nothing that the documentation does not. */
function documentRoute(app: FastifyInstance, routes: readonly TakenRoute[]): void {
  let document: string | undefined;
  app.get(`${apiPrefix}/openapi.json`, async (_request, reply) => {
    document ??= JSON.stringify(describeApi(routes, { prefix: apiPrefix }));
    return reply.type("application/json").send(document);
  });
}

function healthRoutes(app: FastifyInstance, { isReady }: PlatformApiOptions): void {
  app.get("/healthz", async () => ({ status: "alive" }));
  app.get("/readyz", async (_request, reply) => {
    if (await isReady()) return { status: "ready" };
    return reply
      .code(503)
      .header("retry-after", retryAfterSeconds)
      .send({ status: "database-away" });
  });
}
