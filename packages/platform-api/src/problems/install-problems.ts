import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { Problem } from "@slipway/foundation";
import { PreflightRedProblem } from "@slipway/programme";

import { BodyProblem, RouteNotFoundProblem } from "./request.problems.ts";

/** An error as RFC 9457 has it, with our stable `code`. */
interface ProblemDocument {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly [extension: string]: unknown;
}

/** The one place where what was thrown becomes an answer: problems as they say, anything else as status 500. */
export function installProblems(
  app: FastifyInstance,
  onBug: (bug: unknown, requestId: string) => void,
): void {
  app.setErrorHandler(
    (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = error instanceof Problem ? error : requestProblemOf(error);
      if (problem !== undefined) return send(reply, documentOf(problem));
      onBug(error, request.id);
      return send(reply, {
        type: "about:blank",
        title: "Internal error",
        status: 500,
        code: "INTERNAL-ERROR",
        detail: `Something of ours failed. It is in the log of the server under request ${request.id}.`,
      });
    },
  );
  app.setNotFoundHandler((request) => {
    throw new RouteNotFoundProblem(request.method, request.url);
  });
}

function requestProblemOf(error: FastifyError | Error): Problem | undefined {
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status === undefined || status < 400 || status > 499) return undefined;
  const findings = "validation" in error ? (error.validation ?? []) : [];
  return new BodyProblem(
    status,
    findings.length === 0
      ? error.message
      : findings
          .map(
            (finding) =>
              `${finding.instancePath === "" ? "the body" : finding.instancePath} ${finding.message ?? "is wrong"}`,
          )
          .join("; "),
  );
}

function documentOf(problem: Problem): ProblemDocument {
  return {
    type: "about:blank",
    title: titleOf(problem.code),
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem instanceof PreflightRedProblem ? { preflight: problem.report } : {}),
  };
}

function titleOf(code: string): string {
  const words = code.toLowerCase().replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function send(reply: FastifyReply, document: ProblemDocument): FastifyReply {
  return reply
    .code(document.status)
    .type("application/problem+json")
    .send(JSON.stringify(document));
}
