import type { FastifyRequest } from "fastify";

import { BodyProblem } from "../problems/request.problems.ts";

/** Refuses a path or query with NUL in it: nothing has such an id, and the database takes none. */
export async function checkAddress({ params, query }: FastifyRequest): Promise<void> {
  const texts = [params, query].flatMap((part) => Object.entries(part ?? {}));
  const wrong = texts.find(([name, value]) => `${name}${String(value)}`.includes("\0"));
  if (wrong !== undefined)
    throw new BodyProblem(400, `a NUL character in ${wrong[0].replaceAll("\0", "")}`);
}
