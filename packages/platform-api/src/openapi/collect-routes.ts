import type { FastifyInstance } from "fastify";

import type { TakenRoute } from "./open-api-document.ts";

/** The routes that `register` adds, as they are added; HEAD is what GET is. */
export function collectRoutes(api: FastifyInstance, register: () => void): readonly TakenRoute[] {
  const routes: TakenRoute[] = [];
  let isRegistering = true;
  api.addHook("onRoute", ({ method, routePath, schema }) => {
    if (!isRegistering) return;
    for (const verb of [method].flat().filter((one) => one !== "HEAD"))
      routes.push({ verb, path: routePath, ...schemasOf(schema) });
  });
  register();
  isRegistering = false;
  return routes;
}

function schemasOf(
  schema: {
    readonly body?: unknown;
    readonly querystring?: unknown;
    readonly params?: unknown;
  } = {},
): Pick<TakenRoute, "body" | "query" | "params"> {
  const { body, querystring, params } = schema;
  return {
    ...(isSchema(body) ? { body } : {}),
    ...(isSchema(querystring) ? { query: querystring } : {}),
    ...(isSchema(params) ? { params } : {}),
  };
}

function isSchema(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
