import type { IncomingMessage } from "node:http";

import type { FastifyReply, FastifyRequest } from "fastify";

const header = "x-request-id";
/** Short and plain enough to stand in a log as it is. */
const sane = /^[\w.:-]{1,64}$/u;

/** Takes the name that a caller, or what stands before the platform, gave a request; makes one where there is none that can be used. */
export function requestIdOf(newId: () => string): (request: IncomingMessage) => string {
  return ({ headers }) => {
    const given = headers[header];
    return typeof given === "string" && sane.test(given) ? given : newId();
  };
}

/** Answers with the name under which the log has the request. */
export function tellRequestId({ id }: FastifyRequest, reply: FastifyReply): void {
  void reply.header(header, id);
}
