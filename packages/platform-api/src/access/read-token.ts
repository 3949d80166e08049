import type { FastifyRequest } from "fastify";

/** The token of `Authorization: Bearer …`; undefined where there is none. */
export function readToken({ headers }: FastifyRequest): string | undefined {
  return /^bearer +(\S+) *$/iu.exec(headers.authorization ?? "")?.[1];
}
