import type { FastifyRequest } from "fastify";

import { actingName } from "@slipway/programme";

import { callerOf } from "./caller-of.ts";

/** The body, with the name of who does it. */
export function named<Body extends { readonly by?: string }>(
  request: FastifyRequest & { readonly body: Body },
): Omit<Body, "by"> & { readonly by: string } {
  const { by, ...rest } = request.body;
  return { ...rest, by: actingName(callerOf(request), by) };
}
