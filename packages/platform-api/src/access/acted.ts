import type { FastifyRequest } from "fastify";

import { actingAs, type Actor } from "@slipway/programme";

import { callerOf } from "./caller-of.ts";

/** The body, with who acts. */
export function acted<Body extends { readonly actor?: Actor }>(
  request: FastifyRequest & { readonly body: Body },
): Omit<Body, "actor"> & { readonly actor: Actor } {
  const { actor, ...rest } = request.body;
  return { ...rest, actor: actingAs(callerOf(request), actor) };
}

/** The same where it need not be said with the installation's token: undefined then. */
export function actedIfSaid(request: FastifyRequest, actor: Actor | undefined): Actor | undefined {
  const caller = callerOf(request);
  return caller.kind === "installation" && actor === undefined
    ? undefined
    : actingAs(caller, actor);
}
