import type { FastifyInstance, FastifyRequest } from "fastify";

import type { Caller } from "@slipway/programme";

const decorator = "caller";

/** Makes room on every request for who sent it. */
export function holdCallers(api: FastifyInstance): void {
  api.decorateRequest(decorator, undefined);
}

export function keepCaller(request: FastifyRequest, caller: Caller): void {
  request.setDecorator(decorator, caller);
}

/** Who sent the request; known from its first hook on. */
export function callerOf(request: FastifyRequest): Caller {
  return request.getDecorator<Caller>(decorator);
}
