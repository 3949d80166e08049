import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { isPassingTrouble } from "@slipway/database";
import { Problem } from "@slipway/foundation";

import { problemDocument, type ProblemDocument } from "./problem-document.ts";
import { requestProblemOf } from "./request-problem-of.ts";
import { DatabaseAwayProblem, RouteNotFoundProblem, VerbProblem } from "./request.problems.ts";

/** Told of our own faults, which the caller sees as status 500. */
export type OnBug = (bug: unknown, requestId: string) => void;

/** When a caller may find the database back: a restart takes about as long. Also what `/readyz` says. */
export const retryAfterSeconds = "2";

/** The one place where what was thrown becomes an answer: problems as they say, anything else as status 500. */
export function installProblems(app: FastifyInstance, onBug: OnBug): void {
  app.setErrorHandler((error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) =>
    answerProblem(error, { request, reply, onBug }),
  );
  app.setNotFoundHandler(routeNotFound);
}

/** Answers what no route takes. */
export function routeNotFound({ method, url }: FastifyRequest): never {
  throw new RouteNotFoundProblem(method, url);
}

/** Sends the answer for what was thrown. */
export function answerProblem(
  error: unknown,
  {
    request,
    reply,
    onBug,
  }: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly onBug: OnBug },
): FastifyReply {
  const problem = problemOf(error);
  if (problem === undefined) {
    onBug(error, request.id);
    return send(reply, bugDocument(request.id));
  }
  if (problem.status === 503) void reply.header("retry-after", retryAfterSeconds);
  if (problem instanceof VerbProblem) void reply.header("allow", problem.allowed.join(", "));
  return send(reply, problemDocument(problem));
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  return isPassingTrouble(error) ? new DatabaseAwayProblem(error) : requestProblemOf(error);
}

/** Something of ours failed. The server's log has it under the id of the request. */
function bugDocument(requestId: string): ProblemDocument {
  return {
    type: "about:blank",
    title: "Internal error",
    status: 500,
    code: "INTERNAL-ERROR",
    detail: `Something of ours failed. It is in the log of the server under request ${requestId}.`,
  };
}

function send(reply: FastifyReply, document: ProblemDocument): FastifyReply {
  return reply
    .code(document.status)
    .type("application/problem+json")
    .send(JSON.stringify(document));
}
