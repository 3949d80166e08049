import type { FastifyError } from "fastify";

import type { Problem } from "@slipway/foundation";

import { BodyProblem } from "./request.problems.ts";

const shownFindings = 10;
const shownCharacters = 60;

/** What is wrong with a request that the framework refused; undefined when it refused nothing. */
export function requestProblemOf(error: unknown): Problem | undefined {
  if (!isFrameworkError(error)) return undefined;
  const { statusCode = 500, validation = [], validationContext } = error;
  if (statusCode < 400 || statusCode > 499) return undefined;
  if (validation.length === 0) return new BodyProblem(statusCode, error.message);
  const place = places[validationContext ?? "body"] ?? "the request";
  const findings = validation
    .slice(0, shownFindings)
    .map((finding) => describeFinding(finding, place));
  const rest = validation.length > findings.length ? ["and more"] : [];
  return new BodyProblem(statusCode, [...findings, ...rest].join("; "));
}

const places: Readonly<Record<string, string>> = {
  body: "the body",
  querystring: "the query",
  params: "the path",
};

function describeFinding(finding: Finding, place: string): string {
  const { instancePath, message = "is wrong", params } = finding;
  const where = instancePath === "" ? place : `${place} at ${shortened(instancePath)}`;
  const surplus = params["additionalProperty"];
  return typeof surplus === "string"
    ? `${where} ${message} (${JSON.stringify(shortened(surplus))})`
    : `${where} ${message}`;
}

type Finding = NonNullable<FastifyError["validation"]>[number];

function isFrameworkError(error: unknown): error is FastifyError {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number";
}

function shortened(text: string): string {
  return text.length <= shownCharacters ? text : `${text.slice(0, shownCharacters)}…`;
}
