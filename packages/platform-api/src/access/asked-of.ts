import type { FastifyRequest } from "fastify";

import { seenBy } from "@slipway/programme";

import { callerOf } from "./caller-of.ts";

/** What a list is asked for: the things of one integration, if one is named, and of what the caller may see. */
export interface AskedOf {
  readonly integrationId?: string;
  readonly organisation?: string;
}

export function askedOf(
  request: FastifyRequest & { readonly query: { readonly integration?: string } },
): AskedOf {
  const { integration } = request.query;
  const organisation = seenBy(callerOf(request));
  return {
    ...(integration === undefined ? {} : { integrationId: integration }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}
