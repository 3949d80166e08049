import Fastify from "fastify";

import type { Programme } from "@slipway/programme";

import { platformRoutes } from "../platform-routes.ts";
import { apiPrefix } from "./api-prefix.ts";
import { collectRoutes } from "./collect-routes.ts";
import { describeApi } from "./describe-api.ts";
import type { OpenApiDocument } from "./open-api-document.ts";

/** The document that a server answers with at `/api/v1/openapi.json`, without one. */
export function platformApiDocument(): OpenApiDocument {
  // Nothing is called: to take a route is to keep what is done with a request, and no request comes.
  const nobody = {} as Programme;
  const api = Fastify({ exposeHeadRoutes: false });
  return describeApi(
    collectRoutes(api, () => platformRoutes(api, nobody)),
    { prefix: apiPrefix },
  );
}
