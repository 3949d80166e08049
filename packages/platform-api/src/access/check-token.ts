import { createHash } from "node:crypto";

import type { FastifyRequest } from "fastify";

import { TokenProblem } from "./access.problems.ts";

/** Knows the tokens that open the platform API. */
export interface AccessTokens {
  /** Whether a token of this SHA-256 digest was given out. */
  readonly isKnown: (digest: Buffer) => Promise<boolean>;
}

/** Lets a request pass that carries a known token as `Authorization: Bearer …`. */
export function createTokenCheck(tokens: AccessTokens): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const token = /^bearer +(\S+) *$/iu.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) throw new TokenProblem("no token");
    const digest = createHash("sha256").update(token, "utf8").digest();
    if (!(await tokens.isKnown(digest)))
      throw new TokenProblem("a token that this installation did not give out");
  };
}
